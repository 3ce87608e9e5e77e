package ir.ramzineh.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The result files.
 *
 * @param machine what it ran on, and how busy that was before
 * @param database version and what makes a commit durable there
 */
record Report(
        String machine, String database, int cards, Duration round, int rounds, List<Measurement.Figures> figures) {

    static String machineNow() {
        return "%s, %d cores, Java %s, load average before the start %.2f, %s"
                .formatted(
                        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        Clock.systemUTC().instant());
    }

    static String databaseOf(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select concat('MariaDB ', version(),
                                      ', innodb_flush_log_at_trx_commit=', @@innodb_flush_log_at_trx_commit,
                                      ', innodb_doublewrite=', @@innodb_doublewrite,
                                      ', log_bin=', @@log_bin,
                                      ', buffer pool ', @@innodb_buffer_pool_size div 1048576, ' MiB')
                        """)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Writes {@code verification.json} and {@code verification.md}, and shows the second. */
    void write(Path folder) throws IOException {
        JsonMapper json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
        Files.writeString(folder.resolve("verification.json"), json.writeValueAsString(this));
        String text = text();
        Files.writeString(folder.resolve("verification.md"), text);
        System.out.println(text);
    }

    private String text() {
        StringBuilder text = new StringBuilder("""
                # What a verification costs

                - %s
                - %s
                - %d cards; %d rounds of %d s each, taking turns; load driver on the same machine

                | clients | deed | per second | to bare | p50 ms | p95 ms | p99 ms | p99 to bare | statements | CPU s per 1000: portal | database | driver | unexpected |
                |---|---|---|---|---|---|---|---|---|---|---|---|---|
                """.formatted(machine, database, cards, rounds, round.toSeconds()));
        for (Measurement.Figures line : figures) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %d | %s | %.0f | %.2f | %.2f | %.2f | %.2f | %.1f | %.1f | %.3f | %.3f | %.3f | %d |%n",
                    line.clients(),
                    line.deed().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    line.perSecond(),
                    line.ratioToBare(),
                    line.p50Millis(),
                    line.p95Millis(),
                    line.p99Millis(),
                    line.p99ToBare(),
                    line.statementsPerDeed().getOrDefault("Questions", 0.0),
                    line.cpuSecondsPortalPer1000(),
                    line.cpuSecondsDatabasePer1000(),
                    line.cpuSecondsDriverPer1000(),
                    line.unexpected()));
        }
        text.append("\nCounters of the database for one deed, at ")
                .append(figures.getLast().clients())
                .append(" clients:\n\n");
        int clients = figures.getLast().clients();
        figures.stream()
                .filter(line -> line.clients() == clients)
                .forEach(line -> text.append("- ")
                        .append(line.deed())
                        .append(": ")
                        .append(line.statementsPerDeed())
                        .append('\n'));
        return text.toString();
    }
}
