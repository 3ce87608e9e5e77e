package ir.ramzineh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalIT
class StartIT {
    @Autowired
    private JdbcClient jdbc;

    @Test
    void theEmbeddedDatabaseIsARealMariaDbOnLoopbackWithStrictDefaults() {
        assertThat(jdbc.sql("select version()").query(String.class).single())
                .startsWith("11.4")
                .contains("MariaDB");
        assertThat(jdbc.sql("select @@bind_address").query(String.class).single())
                .isEqualTo("127.0.0.1");
        assertThat(jdbc.sql("select @@tx_isolation").query(String.class).single())
                .isEqualTo("READ-COMMITTED");
        assertThat(jdbc.sql("select @@innodb_rollback_on_timeout")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
