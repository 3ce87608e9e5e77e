package ir.ramzineh.gatewaytoken;

import ir.ramzineh.token.Holder;

/** What came of a phone's wish for the key of an account token. */
public sealed interface GatewayClaimOutcome {
    /** The same phone asking again gets it again; any other phone does not. */
    record Claimed(GatewayClaimed key) implements GatewayClaimOutcome {}

    /** The code was right, and another phone was first (S10.23, S10.24). */
    record Held(Holder holder) implements GatewayClaimOutcome {}

    /** Unknown, over, wrong: one answer for all. */
    record Refused() implements GatewayClaimOutcome {}
}
