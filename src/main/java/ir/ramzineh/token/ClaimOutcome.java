package ir.ramzineh.token;

import ir.ramzineh.otp.ClaimSeal;

/** What came of a phone's wish for the key. */
public sealed interface ClaimOutcome {
    /**
     * The key, sealed to the phone's public key in the form of {@code docs/protocol/claim.md}. The same phone asking
     * again gets it again; any other phone does not.
     */
    record Claimed(ClaimSeal.SealedClaim claim, PhoneToken token) implements ClaimOutcome {}

    /** The code was wrong. */
    record Wrong(int triesLeft) implements ClaimOutcome {}

    /** Unknown, over, not of this way, or taken by another phone: one answer for all. */
    record Gone() implements ClaimOutcome {}
}
