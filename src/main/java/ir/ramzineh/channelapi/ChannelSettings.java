package ir.ramzineh.channelapi;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds for the channels.
 *
 * @param keyLife how long a bearer key is good
 * @param rotationOverlap how long the key before it stays good after a rotation
 * @param keyMemory how long a node trusts a key it has checked; a revocation takes effect everywhere within this time
 * @param requestsPerSecond how many questions one client may ask on one node; more are answered with 429
 * @param refusalsPerMinute how many codes of one terminal may be refused on one node; a terminal through which somebody
 *     guesses is held back itself and no other is
 * @param refusalsNoticed how many refused codes of one client in a minute make a line in the log
 */
@ConfigurationProperties("ramzineh.channels")
record ChannelSettings(
        @DefaultValue("365d") Duration keyLife,
        @DefaultValue("24h") Duration rotationOverlap,
        @DefaultValue("1s") Duration keyMemory,
        @DefaultValue("1000") int requestsPerSecond,
        @DefaultValue("600") int refusalsPerMinute,
        @DefaultValue("6000") int refusalsNoticed) {}
