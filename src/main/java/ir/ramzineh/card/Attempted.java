package ir.ramzineh.card;

import java.util.List;

/**
 * A reservation and what was read along with it.
 *
 * @param along in the order of the database; empty where the card is unknown
 */
public record Attempted<T>(Attempt attempt, List<T> along) {
    public Attempted {
        along = List.copyOf(along);
    }
}
