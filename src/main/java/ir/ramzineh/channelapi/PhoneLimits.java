package ir.ramzineh.channelapi;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import ir.ramzineh.kernel.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
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

    private final Map<String, Bucket> byAddress = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > ADDRESSES_MAX;
        }
    };

    /**
     * Lets the sender of a request go on.
     *
     * @throws TooManyRequestsException the address is over its limit
     */
    void admit(HttpServletRequest request) {
        String network = new ClientAddress(request.getRemoteAddr()).counted();
        ConsumptionProbe probe = bucket(network).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyRequestsException(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
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
}
