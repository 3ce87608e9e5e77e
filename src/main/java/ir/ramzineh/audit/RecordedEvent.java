package ir.ramzineh.audit;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of the trail as a follower reads it.
 *
 * @param id of the row; grows with time, though rows may be committed in another order
 * @param at when it happened
 * @param actor who did it
 * @param kind dotted lower case
 * @param customer whom it concerns, if any
 * @param card the card it concerns, if any
 * @param details named values; never a secret, but words of the customer may be among them
 */
public record RecordedEvent(
        long id,
        Instant at,
        Actor actor,
        String kind,
        @Nullable CustomerId customer,
        @Nullable CardId card,
        Map<String, String> details) {
    public RecordedEvent {
        details = Map.copyOf(details);
    }
}
