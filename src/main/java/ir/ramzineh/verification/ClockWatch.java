package ir.ramzineh.verification;

import ir.ramzineh.kernel.UtcTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares this node's clock with the database's, which all nodes share. A node whose clock is wrong would take every
 * good code for a wrong one, and three of those lock a card (security case 18); it answers nothing instead.
 */
@Component
public class ClockWatch extends AbstractHealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

    /** What was measured is good for this long. */
    private static final long GOOD_FOR_NANOS = Duration.ofSeconds(10).toNanos();

    private record Measured(long atNanos, Duration apart) {}

    private final AtomicReference<@Nullable Measured> last = new AtomicReference<>();
    private final JdbcClient jdbc;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Duration tolerance;

    @Autowired
    ClockWatch(JdbcClient jdbc, Clock clock, ClockSettings settings) {
        this(jdbc, clock, System::nanoTime, settings.tolerance());
    }

    ClockWatch(JdbcClient jdbc, Clock clock, LongSupplier nanos, Duration tolerance) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.nanos = nanos;
        this.tolerance = tolerance;
    }

    /**
     * To be asked before a code is looked at.
     *
     * @throws ClockWrongException this node's clock and the database's are further apart than is tolerated
     */
    public void require() {
        if (isWrong(measured())) {
            throw new ClockWrongException();
        }
    }

    /** Where the database is away, the answer is DOWN too. */
    @Override
    protected void doHealthCheck(Health.Builder health) {
        Duration apart = measured();
        (isWrong(apart) ? health.down() : health.up()).withDetail("apartSeconds", apart.toSeconds());
    }

    private boolean isWrong(Duration apart) {
        return !tolerance.isZero() && apart.abs().compareTo(tolerance) > 0;
    }

    private Duration measured() {
        Measured known = last.get();
        if (known != null && nanos.getAsLong() - known.atNanos() < GOOD_FOR_NANOS) {
            return known.apart();
        }
        Instant before = clock.instant();
        Instant shared = jdbc.sql("select utc_timestamp(3)")
                .query((row, n) -> UtcTime.fromColumn(row.getObject(1, LocalDateTime.class)))
                .single();
        Instant after = clock.instant();
        // The answer was given somewhere in between; of that time, the doubt is on this node's side.
        Duration apart = shared.isBefore(before)
                ? Duration.between(shared, before)
                : shared.isAfter(after) ? Duration.between(shared, after) : Duration.ZERO;
        Measured measured = new Measured(nanos.getAsLong(), apart);
        last.set(measured);
        if (isWrong(apart)) {
            LOG.error("This node's clock is {} s off the database's: codes are not verified here", apart.toSeconds());
        }
        return apart;
    }
}
