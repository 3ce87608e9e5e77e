package ir.ramzineh.audit;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the trail is sealed and kept.
 *
 * @param settle rows are sealed when they are this old, 1 minute to 1 hour; a transaction must not be open for longer
 * @param blockRows rows of a block at most, 10 to 10,000
 * @param emptyAfter quiet hours are sealed too, as a block without rows, so that nothing can be put into them; at least
 *     1 minute
 * @param anchorFile file that gets a line for each block, best kept where the database's administrators cannot write;
 *     without one the heads stand in the log alone
 * @param retention rows younger than this are not removed, at least 365 days
 */
@ConfigurationProperties("ramzineh.audit")
record AuditSettings(
        @DefaultValue("5m") Duration settle,
        @DefaultValue("1000") int blockRows,
        @DefaultValue("1h") Duration emptyAfter,
        @Nullable Path anchorFile,
        @DefaultValue("3653d") Duration retention) {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    AuditSettings {
        if (settle.compareTo(MINUTE) < 0 || settle.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("ramzineh.audit.settle must be between 1m and 1h");
        }
        if (blockRows < 10 || blockRows > 10_000) {
            throw new IllegalArgumentException("ramzineh.audit.block-rows must be between 10 and 10000");
        }
        if (emptyAfter.compareTo(MINUTE) < 0) {
            throw new IllegalArgumentException("ramzineh.audit.empty-after must be at least 1m");
        }
        if (retention.compareTo(Duration.ofDays(365)) < 0) {
            throw new IllegalArgumentException("ramzineh.audit.retention must be at least 365d");
        }
    }
}
