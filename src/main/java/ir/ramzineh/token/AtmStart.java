package ir.ramzineh.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What came of the wish to activate at an ATM. */
public sealed interface AtmStart {
    /**
     * Begun, and the SMS is on its way to the registered number; an earlier activation of the same password has ended.
     *
     * @param receipt what the receipt shows in groups of four: part 1 of the key, or the serial number. A secret
     * @param expiresAt until when a first code must be proven
     */
    record Started(Optional<String> receipt, Instant expiresAt) implements AtmStart {
        @Override
        public String toString() {
            return "Started[" + expiresAt + "]";
        }
    }

    /** Not for this card; the key of the text that says why, such as {@code error.activation.gift-card}. */
    record Refused(String key) implements AtmStart {}

    /** Too many messages or attempts lately; nothing has changed. */
    record Wait(Duration time) implements AtmStart {}
}
