package ir.ramzineh.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.vault.Vault;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A trail of its own for each test, and the hands of somebody with all rights on the database. */
abstract class AttackedTrail {
    @Autowired
    DataSource dataSource;

    @Autowired
    Vault vault;

    OwnTrail own;

    @BeforeEach
    void aTrailOfItsOwn() throws SQLException {
        own = new OwnTrail(dataSource, vault, OwnTrail.SETTINGS);
    }

    @AfterEach
    void gone() throws SQLException {
        own.close();
    }

    RowDigests digests(long number) {
        SealBlock block = own.rows.blocks(number - 1, number, 1).getFirst();
        return RowDigests.of(own.rows.trail(block.afterId(), block.throughId(), 1_000));
    }

    void row(long id, String change) {
        sql("update audit_event set " + change + " where id = " + id);
    }

    void remove(long id) {
        sql("delete from audit_event where id = " + id);
    }

    void sql(String statement) {
        sql(statement, Map.of());
    }

    void sql(String statement, Map<String, byte[]> values) {
        JdbcClient.StatementSpec spec = own.jdbc.sql(statement);
        for (Map.Entry<String, byte[]> value : values.entrySet()) {
            spec = spec.param(value.getKey(), value.getValue());
        }
        assertThat(spec.update()).isOne();
    }
}
