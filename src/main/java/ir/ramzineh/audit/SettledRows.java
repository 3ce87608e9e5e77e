package ir.ramzineh.audit;

import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.UtcTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Up to which id no row is expected any more. Ids are drawn before a transaction commits, and every node draws them by
 * its own clock; so work that goes through rows in the order of their ids stays a while behind both clocks, this node's
 * and the database's.
 */
@Component
public class SettledRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    SettledRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Rows up to this id are older than {@code settle} by both clocks.
     *
     * @param settle longer than any transaction is open
     */
    public long through(Duration settle) {
        Instant databases = UtcTime.fromColumn(
                jdbc.sql("select utc_timestamp(3)").query(LocalDateTime.class).single());
        Instant ours = clock.instant();
        Instant earlier = ours.isBefore(databases) ? ours : databases;
        return IdSource.lowestOf(earlier.minus(settle));
    }
}
