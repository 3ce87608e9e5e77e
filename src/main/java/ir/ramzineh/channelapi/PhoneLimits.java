package ir.ramzineh.channelapi;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Holds back an address that asks too much: phones have no key by which to count them. In memory per node, because it
 * guards the node; what must never be exceeded, tries and messages, is counted in the database.
 */
@Component
class PhoneLimits {
    private static final int REQUESTS_PER_MINUTE_MAX = 60;

    /** The addresses seen least recently are forgotten beyond this many. */
    private static final int ADDRESSES_MAX = 20_000;

    /** An IPv6 customer owns a /64, the first four of eight groups. */
    private static final int IPV6_GROUPS_COUNTED = 4;

    private final Map<String, Bucket> byAddress = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > ADDRESSES_MAX;
        }
    };

    /** How long to wait; zero when the request may go on. */
    Duration waitFor(String address) {
        ConsumptionProbe probe = bucket(network(address)).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    private Bucket bucket(String network) {
        synchronized (byAddress) {
            return byAddress.computeIfAbsent(
                    network,
                    key -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(REQUESTS_PER_MINUTE_MAX)
                                    .refillGreedy(REQUESTS_PER_MINUTE_MAX, Duration.ofMinutes(1)))
                            .build());
        }
    }

    static String network(String address) {
        String[] groups = address.split(":", IPV6_GROUPS_COUNTED + 1);
        return groups.length <= IPV6_GROUPS_COUNTED || address.contains("::ffff:")
                ? address
                : String.join(":", groups[0], groups[1], groups[2], groups[3]);
    }
}
