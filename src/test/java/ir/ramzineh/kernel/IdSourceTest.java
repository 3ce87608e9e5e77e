package ir.ramzineh.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Ids of one source: none twice, the later one larger, and each tells its moment. */
class IdSourceTest {
    private static final Instant NOW = Instant.parse("2026-11-23T05:00:00.123Z");

    private final AtomicReference<Instant> time = new AtomicReference<>(NOW);
    private final InstantSource clock = time::get;
    private final IdSource ids = new IdSource(clock.withZone(ZoneOffset.UTC), new SecureRandom());

    /** A stock of 400 serial numbers once came to 399: two rows of a millisecond had drawn one id. */
    @Test
    void manyWithinAMillisecondAreDifferentAndInTheirOrder() {
        long[] many = LongStream.generate(ids::next).limit(20_000).toArray();
        assertThat(many).doesNotHaveDuplicates().isSorted();
        assertThat(IdSource.momentOf(many[0])).isEqualTo(NOW);
        assertThat(IdSource.momentOf(many[many.length - 1])).isBetween(NOW, NOW.plusMillis(1));
    }

    @Test
    void manyThreadsNeverGetTheSame() {
        Set<Long> seen = ConcurrentHashMap.newKeySet();
        assertThat(IntStream.range(0, 50_000)
                        .parallel()
                        .filter(n -> seen.add(ids.next()))
                        .count())
                .isEqualTo(50_000);
    }

    @Test
    void aClockThatIsSetBackIsFollowed() {
        long before = ids.next();
        time.set(NOW.minus(Duration.ofHours(25)));
        long after = ids.next();
        assertThat(after).isLessThan(before);
        assertThat(IdSource.momentOf(after)).isEqualTo(NOW.minus(Duration.ofHours(25)));
        assertThat(ids.next()).isGreaterThan(after);
    }
}
