package ir.ramzineh.token;

import java.time.Duration;

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
}
