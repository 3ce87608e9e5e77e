package ir.ramzineh;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.core.ResolvableType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The modules that answer the channels once more, over database connections of their own: what a second node is to the
 * database. All else comes from the portal of the test. What happens here is no event there: nodes share nothing but the
 * database.
 */
public final class SecondNode implements AutoCloseable {
    private static final String[] MODULES = {
        "ir.ramzineh.audit",
        "ir.ramzineh.sms",
        "ir.ramzineh.customer",
        "ir.ramzineh.card",
        "ir.ramzineh.token",
        "ir.ramzineh.issued",
        "ir.ramzineh.verification",
        "ir.ramzineh.harim",
        "ir.ramzineh.smallamount",
        "ir.ramzineh.terminal",
        "ir.ramzineh.fraudcase",
        "ir.ramzineh.textin",
        "ir.ramzineh.ussd"
    };

    private final AnnotationConfigApplicationContext modules;

    private SecondNode(AnnotationConfigApplicationContext modules) {
        this.modules = modules;
    }

    public static SecondNode over(ApplicationContext portal, DataSource dataSource) {
        var modules = new OwnEvents();
        modules.setParent(portal);
        modules.registerBean("dataSource", DataSource.class, () -> dataSource);
        modules.registerBean("jdbcClient", JdbcClient.class, () -> JdbcClient.create(dataSource));
        modules.registerBean(
                "transactionManager", JdbcTransactionManager.class, () -> new JdbcTransactionManager(dataSource));
        modules.registerBean(
                "transactionTemplate",
                TransactionTemplate.class,
                () -> new TransactionTemplate(modules.getBean(JdbcTransactionManager.class)));
        modules.register(Transactions.class);
        modules.scan(MODULES);
        modules.refresh();
        return new SecondNode(modules);
    }

    /** A pool like the portal's own, changed a little. */
    public static HikariDataSource pool(DataSource portals, Consumer<HikariConfig> change) {
        HikariDataSource own = portalsOwn(portals);
        // Field by field: a copy of the whole state would share the properties of the driver with the portal's pools.
        HikariConfig config = new HikariConfig();
        config.setPoolName("second-node");
        config.setMaximumPoolSize(4);
        config.setJdbcUrl(own.getJdbcUrl());
        config.setUsername(own.getUsername());
        config.setPassword(own.getPassword());
        config.setTransactionIsolation(own.getTransactionIsolation());
        config.setConnectionTimeout(own.getConnectionTimeout());
        config.setValidationTimeout(own.getValidationTimeout());
        config.setDataSourceProperties(own.getDataSourceProperties());
        change.accept(config);
        return new HikariDataSource(config);
    }

    /** The pool behind the portal's pages. */
    public static HikariDataSource portalsOwn(DataSource portals) {
        try {
            return portals.unwrap(HikariDataSource.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public <T> T bean(Class<T> type) {
        return modules.getBean(type);
    }

    @Override
    public void close() {
        modules.close();
    }

    @Configuration
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {}

    /** A context that tells its parent nothing. */
    private static final class OwnEvents extends AnnotationConfigApplicationContext {
        @Override
        protected void publishEvent(Object event, @Nullable ResolvableType type) {
            ApplicationEvent own = event instanceof ApplicationEvent already
                    ? already
                    : new PayloadApplicationEvent<>(this, event, type);
            getBean(APPLICATION_EVENT_MULTICASTER_BEAN_NAME, ApplicationEventMulticaster.class)
                    .multicastEvent(own, type == null ? ResolvableType.forInstance(own) : type);
        }
    }
}
