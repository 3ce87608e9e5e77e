package ir.ramzineh;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets migrations take their time: the pool's connections give up a statement after seconds, which is right for a request
 * and wrong for changing a table of a hundred million rows. Flyway gets connections of its own.
 */
@Configuration(proxyBeanMethods = false)
class Migrations {
    @Bean
    FlywayConfigurationCustomizer patientMigrations(@Qualifier(DatabasePools.PORTAL) HikariDataSource pool) {
        return flyway -> flyway.dataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
    }
}
