package ir.ramzineh.issuer;

import ir.ramzineh.kernel.Rial;
import java.util.List;

/**
 * Codes of the bank's app that carry the customer's own life and cap (S5.6, S5.7).
 *
 * @param livesSeconds the lives to choose from, growing, 60 to 120: such codes go by the minute
 * @param caps the largest amounts to choose from, growing; choosing none is always possible
 */
public record BoundCodes(List<Integer> livesSeconds, List<Rial> caps) {
    public BoundCodes {
        livesSeconds = List.copyOf(livesSeconds);
        caps = List.copyOf(caps);
    }
}
