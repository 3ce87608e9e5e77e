package ir.ramzineh.token;

import java.time.Duration;

/** What came of asking for the message once more. A repeat carries the same code and extends nothing. */
public sealed interface ResendOutcome {
    /** On its way. */
    record Sent() implements ResendOutcome {}

    /** Not yet. */
    record Wait(Duration time) implements ResendOutcome {}

    /** This activation has no message to repeat, or is over. */
    record Nothing() implements ResendOutcome {}
}
