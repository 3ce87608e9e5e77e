package ir.ramzineh.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Gives out row ids: positive 63-bit numbers that grow with time, so that new rows land at the end of an index.
 *
 * <p>The upper 41 bits count milliseconds since 2020-01-01 UTC (enough until 2089), the lower 22 bits begin at random. One
 * source gives no id twice, and of two that it gives within a moment the later one is larger, so that "newest" is the last
 * one also where a quick machine makes many rows in a millisecond; only a clock that is set back breaks that order. Two
 * nodes may in theory draw the same id; the primary key then refuses the second row. Ids are not secrets.
 */
public final class IdSource {
    private static final long EPOCH_MILLIS =
            Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
    private static final int RANDOM_BITS = 22;

    /** How far ids within a moment lie apart at most: other nodes, which began elsewhere, seldom meet them. */
    private static final int STEP_MAX = 64;

    /** Ids that lie closer behind the last one are of the same moment; those further behind are of a clock set back. */
    private static final long SAME_MOMENT = 2L << RANDOM_BITS;

    private final Clock clock;
    private final RandomGenerator random;
    private final AtomicLong last = new AtomicLong();

    public IdSource(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** The lowest id a row of this moment can have; older rows lie below it. */
    public static long lowestOf(Instant moment) {
        return Math.max(0, moment.toEpochMilli() - EPOCH_MILLIS) << RANDOM_BITS;
    }

    /** When a row with this id was made, by its writer's clock. */
    public static Instant momentOf(long id) {
        return Instant.ofEpochMilli((id >> RANDOM_BITS) + EPOCH_MILLIS);
    }

    /** The lowest id that is as much older than {@code id} as {@code by} says; 0 before the time of ids began. */
    public static long earlier(long id, Duration by) {
        return Math.max(0, id - (by.toMillis() << RANDOM_BITS));
    }

    /** Returns the next id, always positive; safe for many threads. */
    public long next() {
        long fresh = (clock.millis() - EPOCH_MILLIS) << RANDOM_BITS | random.nextInt(1 << RANDOM_BITS);
        int step = random.nextInt(1, STEP_MAX + 1);
        return last.updateAndGet(before -> fresh <= before && before - fresh < SAME_MOMENT ? before + step : fresh);
    }
}
