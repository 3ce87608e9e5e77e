package ir.ramzineh.token;

import java.util.Optional;

/** What came of a phone's wish for the key. */
public sealed interface ClaimOutcome {
    /**
     * The key, sealed to the phone's public key in the form of {@code docs/protocol/claim.md}. The same phone asking
     * again gets it again; any other phone does not.
     *
     * @param reference by which the phone proves its first code
     * @param ephemeralKey the portal's one-time public key, base64url
     * @param sealedKey ciphertext and tag, base64url; not a secret
     * @param heldBy the device that has the token of this password now and loses it with the proof (S10.23)
     */
    record Claimed(
            ActivationRef reference, String ephemeralKey, String sealedKey, PhoneToken token, Optional<Holder> heldBy)
            implements ClaimOutcome {}

    /** The code was right, and another phone was first; its owner, who alone has the code, learns which (S10.23). */
    record Held(Holder holder) implements ClaimOutcome {}

    /** The code was wrong. */
    record Wrong(int triesLeft) implements ClaimOutcome {}

    /** Unknown, over, not of this way, or taken by another phone: one answer for all. */
    record Gone() implements ClaimOutcome {}
}
