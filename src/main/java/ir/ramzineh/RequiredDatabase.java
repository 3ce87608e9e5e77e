package ir.ramzineh;

import ir.ramzineh.kernel.StartupProblem;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A MariaDB that answers and is new enough; every way in which it can refuse has its sentence. */
final class RequiredDatabase {
    private static final int ACCESS_DENIED = 1045;
    private static final int ACCESS_DENIED_NO_PASSWORD = 1698;
    private static final int DATABASE_DENIED = 1044;
    private static final int UNKNOWN_DATABASE = 1049;
    private static final int TABLE_DENIED = 1142;
    private static final int TOO_MANY_CONNECTIONS = 1040;
    private static final int MAJOR_MIN = 10;
    private static final int MINOR_MIN = 6;
    private static final String CONNECT_MILLIS_MAX = "5000";

    private RequiredDatabase() {}

    static void require(String url, @Nullable String user, @Nullable String password) {
        if (!url.startsWith("jdbc:mariadb:")) {
            throw new StartupProblem("The setting spring.datasource.url must begin with jdbc:mariadb: and name a"
                    + " MariaDB database, such as jdbc:mariadb://127.0.0.1/ramzineh.");
        }
        Properties properties = new Properties();
        if (!url.contains("connectTimeout=")) {
            properties.setProperty("connectTimeout", CONNECT_MILLIS_MAX);
        }
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            requireVersion(connection.getMetaData());
            if (connection.getCatalog() == null || connection.getCatalog().isBlank()) {
                throw new StartupProblem("The setting spring.datasource.url names no database: add its name, such as"
                        + " jdbc:mariadb://127.0.0.1/ramzineh.");
            }
        } catch (SQLException e) {
            String sentence = sentence(e);
            throw new StartupProblem(
                    sentence != null
                            ? sentence
                            : "The database refused (error %d, state %s): check spring.datasource.url."
                                    .formatted(e.getErrorCode(), e.getSQLState()),
                    e);
        }
    }

    private static void requireVersion(DatabaseMetaData server) throws SQLException {
        int major = server.getDatabaseMajorVersion();
        int minor = server.getDatabaseMinorVersion();
        if (!"MariaDB".equals(server.getDatabaseProductName())
                || major < MAJOR_MIN
                || (major == MAJOR_MIN && minor < MINOR_MIN)) {
            throw new StartupProblem("Ramzineh needs MariaDB %d.%d or newer; spring.datasource.url names a %s %d.%d."
                    .formatted(MAJOR_MIN, MINOR_MIN, server.getDatabaseProductName(), major, minor));
        }
    }

    /**
     * What an operator can mend, or {@code null}. Never the driver's own message: it may quote a statement or an address
     * with a password.
     */
    static @Nullable String sentence(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return switch (failure.getErrorCode()) {
            case ACCESS_DENIED, ACCESS_DENIED_NO_PASSWORD ->
                "The database refused the sign-in: check spring.datasource.username and spring.datasource.password.";
            case DATABASE_DENIED ->
                "The user of spring.datasource.username may not use the database of spring.datasource.url: grant it all"
                        + " privileges there.";
            case TABLE_DENIED ->
                "The user of spring.datasource.username lacks a privilege in the database of spring.datasource.url:"
                        + " grant it all privileges there.";
            case UNKNOWN_DATABASE ->
                "The database named in spring.datasource.url does not exist: create it (create database … character set"
                        + " utf8mb4) or name another.";
            case TOO_MANY_CONNECTIONS -> "The database has no free connection: raise its max_connections.";
            default ->
                state.startsWith("08")
                        ? "The database does not answer: check spring.datasource.url and that the server runs."
                        : null;
        };
    }
}
