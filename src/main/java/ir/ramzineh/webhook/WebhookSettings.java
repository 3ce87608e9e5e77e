package ir.ramzineh.webhook;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Webhooks.
 *
 * @param networks networks that are no public addresses and may be reached all the same, such as {@code 10.20.0.0/16};
 *     addresses of the machine itself ({@code 127.0.0.0/8}) among them may be asked without TLS
 * @param answerWithin after which a try counts as failed, from the first packet to the status line
 * @param retries waits between tries; after the last one the delivery is parked
 * @param lookBack how far below the last event read a later commit may still appear
 * @param rotationOverlap how long the former secret signs too after a rotation
 * @param retention how long what was delivered is shown; what was parked is shown three times as long
 */
@ConfigurationProperties("ramzineh.webhooks")
record WebhookSettings(
        @DefaultValue List<String> networks,
        @DefaultValue("10s") Duration answerWithin,

        @DefaultValue({"5s", "30s", "2m", "10m", "30m", "1h", "2h", "4h", "6h", "10h"})
        List<Duration> retries,

        @DefaultValue("60s") Duration lookBack,
        @DefaultValue("24h") Duration rotationOverlap,
        @DefaultValue("30d") Duration retention) {
    private static final Duration ANSWER_WITHIN_MAX = Duration.ofSeconds(60);

    WebhookSettings {
        if (retries.isEmpty() || retries.stream().anyMatch(wait -> !wait.isPositive())) {
            throw new IllegalArgumentException("ramzineh.webhooks.retries holds at least one wait, all above zero");
        }
        if (!answerWithin.isPositive() || answerWithin.compareTo(ANSWER_WITHIN_MAX) > 0) {
            throw new IllegalArgumentException("ramzineh.webhooks.answer-within is above zero and at most 60s");
        }
        retries = List.copyOf(retries);
        networks = List.copyOf(networks);
    }
}
