package ir.ramzineh.audit;

import ir.ramzineh.kernel.CardId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a customer's activity list.
 *
 * @param id of the audit row
 * @param at when it happened
 * @param actor who did it
 * @param kind the text shown is {@code activity.<kind>}
 * @param card the card concerned, if any
 * @param details named arguments of that text
 */
public record ActivityEntry(
        long id,
        Instant at,
        Actor actor,
        String kind,
        @Nullable CardId card,
        Map<String, String> details) {
    public ActivityEntry {
        details = Map.copyOf(details);
    }
}
