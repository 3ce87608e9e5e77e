package ir.ramzineh;

import com.zaxxer.hikari.HikariDataSource;
import ir.ramzineh.kernel.DatabaseLane;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/** One database, and a pool of connections for each {@link DatabaseLane}. */
@Configuration(proxyBeanMethods = false)
class DatabasePools {
    static final String PORTAL = "portalPool";
    private static final String CHANNELS = "channelPool";
    private static final String VERIFICATION = "verificationPool";
    private static final String ASIDE = "asidePool";

    @Bean(name = PORTAL, defaultCandidate = false)
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource portalPool(DataSourceProperties properties) {
        return properties
                .initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
    }

    @Bean(name = CHANNELS, defaultCandidate = false)
    HikariDataSource channelPool(@Qualifier(PORTAL) HikariDataSource portal, DatabaseSettings settings) {
        return like(portal, "channels", settings.channelConnections());
    }

    @Bean(name = VERIFICATION, defaultCandidate = false)
    HikariDataSource verificationPool(@Qualifier(PORTAL) HikariDataSource portal, DatabaseSettings settings) {
        HikariDataSource pool = like(portal, "verification", settings.verificationConnections());
        pool.setAutoCommit(false);
        return pool;
    }

    @Bean(name = ASIDE, defaultCandidate = false)
    HikariDataSource asidePool(@Qualifier(PORTAL) HikariDataSource portal, DatabaseSettings settings) {
        return like(portal, "aside", settings.asideConnections());
    }

    @Bean
    @Primary
    DataSource dataSource(
            @Qualifier(PORTAL) HikariDataSource portal,
            @Qualifier(CHANNELS) HikariDataSource channels,
            @Qualifier(VERIFICATION) HikariDataSource verification,
            @Qualifier(ASIDE) HikariDataSource aside) {
        AbstractRoutingDataSource byLane = new AbstractRoutingDataSource() {
            @Override
            protected Object determineCurrentLookupKey() {
                return DatabaseLane.current();
            }
        };
        byLane.setTargetDataSources(Map.of(
                DatabaseLane.PORTAL,
                portal,
                DatabaseLane.CHANNELS,
                channels,
                DatabaseLane.VERIFICATION,
                verification,
                DatabaseLane.ASIDE,
                aside));
        return byLane;
    }

    /**
     * MariaDB's own error numbers tell more than its SQL states: a lock that was waited for too long has none, and would
     * be an error that nobody knows instead of one to ask again after.
     */
    @Bean
    SQLExceptionTranslator databaseErrors() {
        return new SQLErrorCodeSQLExceptionTranslator("MariaDB");
    }

    /** Connects when it is first asked, as the portal's own pool does. */
    private static HikariDataSource like(HikariDataSource portal, String name, int connections) {
        HikariDataSource pool = new HikariDataSource();
        portal.copyStateTo(pool);
        pool.setPoolName(name);
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(Math.min(connections, 2));
        return pool;
    }
}
