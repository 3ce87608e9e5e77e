package ir.ramzineh.webhook;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A receiver, as staff see it.
 *
 * @param name for people
 * @param address scheme, host and port; the rest may be a secret
 * @param families what it is told
 * @param paused events gather and nothing is sent
 * @param formerSecretUntil until when the secret before the last rotation signs too, if it does now
 * @param restsUntil after failures in a row the receiver is left alone until then, if it is now
 * @param waiting events on their way
 * @param parked events that were given up
 */
public record WebhookEndpoint(
        WebhookId id,
        String name,
        String address,
        Set<EventFamily> families,
        boolean paused,
        Instant createdAt,
        @Nullable Instant formerSecretUntil,
        @Nullable Instant restsUntil,
        int waiting,
        int parked) {
    public WebhookEndpoint {
        families = Set.copyOf(families);
    }
}
