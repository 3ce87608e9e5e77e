package ir.ramzineh.webhook;

import org.jspecify.annotations.Nullable;

/**
 * What came of one try.
 *
 * @param status HTTP status, where there was an answer
 * @param problem why there was none, as a word; the texts are {@code webhook.problem.<word>}
 * @param millis how long it took
 */
record WebhookAnswer(@Nullable Integer status, @Nullable String problem, int millis) {
    boolean isGood() {
        return status != null && status >= 200 && status < 300;
    }
}
