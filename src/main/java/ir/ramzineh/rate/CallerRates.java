package ir.ramzineh.rate;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often each of many callers may do something, counted in the memory of this node. It guards the node; what must
 * never be exceeded, tries and messages, is counted in the database. Callers seen least recently are forgotten, so names
 * made up by an attacker fill no memory.
 */
public final class CallerRates {
    private static final int CALLERS_MAX = 20_000;

    private final int count;
    private final Duration period;
    private final Map<String, Bucket> byCaller = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > CALLERS_MAX;
        }
    };

    /**
     * Lets each caller do something {@code count} times at once, and as often again spread over each {@code period}.
     *
     * @param count at least 1
     */
    public CallerRates(int count, Duration period) {
        this.count = count;
        this.period = period;
    }

    /** Counts one deed; how long the caller has to wait for it, zero where it may go on. */
    public Duration take(String caller) {
        ConsumptionProbe probe = of(caller).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** How long the caller has to wait for its next deed, zero for not at all; counts nothing. */
    public Duration waitOf(String caller) {
        return Duration.ofNanos(of(caller).estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    private Bucket of(String caller) {
        synchronized (byCaller) {
            return byCaller.computeIfAbsent(
                    caller,
                    key -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(count).refillGreedy(count, period))
                            .build());
        }
    }
}
