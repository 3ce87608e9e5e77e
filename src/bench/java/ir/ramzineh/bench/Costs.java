package ir.ramzineh.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.TreeMap;

/**
 * Counters at a moment: CPU seconds of each process, and the statements the database has been sent.
 *
 * @param statements by the server's own names, such as {@code Questions} and {@code Com_update}
 */
record Costs(double portal, double database, double driver, TreeMap<String, Long> statements) {
    private static final String COUNTERS = """
            show global status where variable_name in
                ('Questions', 'Com_select', 'Com_insert', 'Com_update', 'Com_delete', 'Com_commit', 'Com_rollback',
                 'Com_begin', 'Com_set_option', 'Com_stmt_prepare', 'Com_stmt_execute', 'Com_execute_sql',
                 'Innodb_data_fsyncs', 'Innodb_buffer_pool_pages_flushed', 'Innodb_buffer_pool_reads',
                 'Handler_read_key', 'Handler_read_next', 'Handler_read_rnd_next', 'Bytes_received', 'Bytes_sent')
            """;

    static Costs now(ProcessHandle portal, ProcessHandle database, Connection connection) throws SQLException {
        TreeMap<String, Long> statements = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(COUNTERS)) {
            while (rows.next()) {
                statements.put(rows.getString(1), rows.getLong(2));
            }
        }
        return new Costs(cpu(portal), cpu(database), cpu(ProcessHandle.current()), statements);
    }

    static Costs none() {
        return new Costs(0, 0, 0, new TreeMap<>());
    }

    Costs since(Costs before) {
        return combine(before, -1);
    }

    Costs plus(Costs other) {
        return combine(other, 1);
    }

    private Costs combine(Costs other, int sign) {
        TreeMap<String, Long> sum = new TreeMap<>(statements);
        other.statements.forEach((name, value) -> sum.merge(name, sign * value, Long::sum));
        return new Costs(
                portal + sign * other.portal, database + sign * other.database, driver + sign * other.driver, sum);
    }

    private static double cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }
}
