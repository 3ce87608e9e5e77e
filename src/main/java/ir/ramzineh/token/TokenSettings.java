package ir.ramzineh.token;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code ramzineh.token}; what differs between banks stands in the issuer profiles instead.
 *
 * @param publicUrl where the phone app is reached from outside, without a slash at the end; the QR links there
 * @param proofTriesMax wrong first codes that end an activation
 * @param codeTriesMax wrong SMS codes that end an activation
 * @param networkTriesMax codes with a card number that are looked at from one network, for one activation
 * @param cardTriesAtOnce codes with a card number that are looked at from all networks together, for one activation
 * @param cardTriesEvery after how much time it is one more
 * @param startsPerHourMax activations one customer may begin in an hour
 * @param proofTime how long after the QR left the screen its first code may be proven, where the QR is the whole key
 * @param moveTime how long after the old phone has asked the new one may prove its first code
 * @param claimTime how long the answer to a claim by serial or card number, and to any request of an active phone, takes
 *     at least; it is a multiple of this
 * @param keepFor how long dead tokens and ended activations stay in their tables, without keys
 */
@ConfigurationProperties("ramzineh.token")
record TokenSettings(
        @DefaultValue("http://localhost:8080") String publicUrl,
        @DefaultValue("5") int proofTriesMax,
        @DefaultValue("5") int codeTriesMax,
        @DefaultValue("5") int networkTriesMax,
        @DefaultValue("25") int cardTriesAtOnce,
        @DefaultValue("10m") Duration cardTriesEvery,
        @DefaultValue("20") int startsPerHourMax,
        @DefaultValue("10m") Duration proofTime,
        @DefaultValue("10m") Duration moveTime,
        @DefaultValue("200ms") Duration claimTime,
        @DefaultValue("90d") Duration keepFor) {}
