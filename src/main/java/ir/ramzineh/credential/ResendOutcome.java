package ir.ramzineh.credential;

import java.time.Duration;

/** What came of asking for the SMS code again. */
public sealed interface ResendOutcome {
    /** On its way: the same code while it lives, a new one after that. */
    record Sent(CodeSent sent) implements ResendOutcome {}

    /** Not yet. */
    record Wait(Duration duration) implements ResendOutcome {}

    /** There is nothing left to resend; begin again. */
    record Ended() implements ResendOutcome {}
}
