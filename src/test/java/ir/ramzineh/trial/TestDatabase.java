package ir.ramzineh.trial;

import ir.ramzineh.ForkFolder;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A MariaDB of a test's own, as an operator's would stand beside the portal; ends with the tests. */
public final class TestDatabase {
    private static TestDatabase shared;

    private final EmbeddedDatabase server;

    private TestDatabase(EmbeddedDatabase server) {
        this.server = server;
    }

    public static synchronized TestDatabase shared() {
        if (shared == null) {
            shared = new TestDatabase(EmbeddedDatabase.start(
                    ForkFolder.of("operator").resolve("database").toAbsolutePath(), new SecureRandom()));
            Runtime.getRuntime().addShutdownHook(new Thread(shared.server::stop));
        }
        return shared;
    }

    public String url() {
        return server.url();
    }

    public String user() {
        return server.user();
    }

    public String password() {
        return server.password();
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), user(), password());
    }

    /** Makes the database empty, as an operator finds it on the first day. */
    public void empty() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database ramzineh");
            statement.execute("create database ramzineh character set utf8mb4");
        }
    }
}
