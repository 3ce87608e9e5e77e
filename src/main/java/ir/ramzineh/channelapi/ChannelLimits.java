package ir.ramzineh.channelapi;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.security.Principal;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/**
 * Holds back a channel that asks too much or guesses too much. Counted per registered client, so that a flood at one
 * gateway costs nobody else an answer and locks no card; kept in memory per node, because it guards the node.
 */
@Component
class ChannelLimits {
    private record Buckets(Bucket requests, Bucket refusals) {}

    private final ConcurrentMap<String, Buckets> byChannel = new ConcurrentHashMap<>();
    private final ChannelSettings settings;

    ChannelLimits(ChannelSettings settings) {
        this.settings = settings;
    }

    /**
     * Lets a channel ask one question more.
     *
     * @throws TooManyRequestsException it is over its limit
     */
    void admit(Principal channel) {
        Duration wait = waitFor(channel.getName());
        if (wait.isPositive()) {
            throw new TooManyRequestsException(wait);
        }
    }

    private Duration waitFor(String channel) {
        Buckets buckets = of(channel);
        if (buckets.refusals().getAvailableTokens() <= 0) {
            return Duration.ofNanos(
                    buckets.refusals().estimateAbilityToConsume(1).getNanosToWaitForRefill());
        }
        ConsumptionProbe probe = buckets.requests().tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    void refused(String channel) {
        of(channel).refusals().tryConsume(1);
    }

    /** Only ids of registered clients come here, so the map stays small. */
    private Buckets of(String channel) {
        return byChannel.computeIfAbsent(
                channel,
                id -> new Buckets(
                        bucket(settings.requestsPerSecond(), Duration.ofSeconds(1)),
                        bucket(settings.refusalsPerMinute(), Duration.ofMinutes(1))));
    }

    private static Bucket bucket(int count, Duration per) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(count).refillGreedy(count, per))
                .build();
    }
}
