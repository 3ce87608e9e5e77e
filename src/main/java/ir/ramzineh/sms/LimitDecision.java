package ir.ramzineh.sms;

import java.time.Duration;

/** Whether a message may be asked for now. */
public sealed interface LimitDecision {
    /** It may, and it has been counted. */
    record Allowed() implements LimitDecision {}

    /**
     * Not yet, and nothing was counted.
     *
     * @param time until the next try can succeed, rounded up to whole seconds, at least one
     */
    record WaitFor(Duration time) implements LimitDecision {}
}
