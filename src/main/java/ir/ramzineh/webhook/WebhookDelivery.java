package ir.ramzineh.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one receiver.
 *
 * @param event id of the audit row; {@code msg_} and this number is the message id the receiver sees at each try
 * @param kind of the event
 * @param at when it happened
 * @param tries how often it was sent, since it was last sent by hand
 * @param dueAt when it is tried next, while it waits
 * @param triedAt the last try
 * @param status HTTP status of the last answer, where there was one
 * @param problem why there was none: the word at the end of {@code webhook.problem.<word>}
 * @param millis how long the last try took
 */
public record WebhookDelivery(
        long event,
        String kind,
        Instant at,
        DeliveryState state,
        int tries,
        Instant dueAt,
        @Nullable Instant triedAt,
        @Nullable Integer status,
        @Nullable String problem,
        @Nullable Integer millis) {}
