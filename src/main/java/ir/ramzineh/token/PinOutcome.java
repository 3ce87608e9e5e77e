package ir.ramzineh.token;

import ir.ramzineh.issuer.PinRule;

/** What came of a personal PIN. */
public sealed interface PinOutcome {
    /** It holds from now on, also for a phone that is active already (S7.14). */
    record Set(boolean changed) implements PinOutcome {}

    /** Too simple, and why (S7.4). */
    record Weak(PinRule.Broken rule) implements PinOutcome {}

    /** The bank has no such PIN. */
    record NotOffered() implements PinOutcome {}
}
