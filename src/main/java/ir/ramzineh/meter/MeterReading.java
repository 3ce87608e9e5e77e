package ir.ramzineh.meter;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Cards and their second passwords as they were counted last.
 *
 * @param cards all of them
 * @param dynamic those whose static second password is over, exempt ones not among them
 * @param open the others by reason; reasons without cards are missing
 * @param unserved cards of customers without a home branch whom no branch reminds, because none is named for them; told of the
 *     whole bank only
 * @param countedAt when the count was done; empty where there was none yet
 */
public record MeterReading(
        long cards, long dynamic, Map<StaticReason, Long> open, long unserved, Optional<Instant> countedAt) {
    public MeterReading {
        open = Map.copyOf(open);
    }

    /** Whole per cent that are dynamic; 0 where there are no cards. */
    public int dynamicPercent() {
        return cards == 0 ? 0 : (int) (dynamic * 100 / cards);
    }
}
