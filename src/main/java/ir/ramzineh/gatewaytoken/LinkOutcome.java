package ir.ramzineh.gatewaytoken;

import ir.ramzineh.approval.ApprovalId;

/** What came of the wish to link a token. */
public sealed interface LinkOutcome {
    /** It waits for a second member of staff; until then nothing counts (S10.4). */
    record Proposed(ApprovalId approval) implements LinkOutcome {}

    /** Not possible; the key of the text that says why. */
    record Refused(String key) implements LinkOutcome {}
}
