package ir.ramzineh.token;

import java.time.Duration;
import java.time.Instant;

/** What came of the wish to move a token to a new phone. */
public sealed interface MoveOutcome {
    /** A new key, sealed to the new phone; the old token lives until that phone has proven a first code. */
    record Ready(ClaimOutcome.Claimed key, Instant expiresAt) implements MoveOutcome {}

    /**
     * The card gets no new token now.
     *
     * @param key of the text that says why, such as {@code error.activation.frozen}
     */
    record Refused(String key) implements MoveOutcome {}

    /** Too many new keys lately; nothing has changed. */
    record Wait(Duration time) implements MoveOutcome {}
}
