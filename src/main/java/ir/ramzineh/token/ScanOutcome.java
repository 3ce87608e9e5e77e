package ir.ramzineh.token;

import java.time.Duration;
import java.time.Instant;

/** What came of a phone's report that it read a QR. */
public sealed interface ScanOutcome {
    /**
     * Known and alive.
     *
     * @param codeNeeded whether a code has gone to the registered number and must come with the claim
     */
    record Welcome(boolean codeNeeded, Instant expiresAt) implements ScanOutcome {}

    /** The message has to wait; nothing has changed. */
    record Wait(Duration time) implements ScanOutcome {}

    /** Unknown or over. */
    record Gone() implements ScanOutcome {}
}
