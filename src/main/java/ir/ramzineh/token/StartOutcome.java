package ir.ramzineh.token;

import java.time.Duration;
import java.time.Instant;

/** What came of the wish to activate. */
public sealed interface StartOutcome {
    /** Begun; an earlier activation of the same card and password has ended. */
    record Started(Activation activation) implements StartOutcome {}

    /**
     * Not for this card, or not in this way.
     *
     * @param key key of the text that says why, such as {@code error.activation.gift-card}
     */
    record Refused(String key) implements StartOutcome {}

    /** Too many messages or attempts lately; nothing has changed. */
    record Wait(Duration time) implements StartOutcome {}

    /**
     * Another phone has the token: the wish waits, and the customer was told (S10.23). Nothing else has changed.
     *
     * @param from when an activation can begin
     */
    record Later(Instant from) implements StartOutcome {}
}
