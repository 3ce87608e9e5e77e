package ir.ramzineh.token;

import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.PasswordKind;
import java.time.Instant;

/**
 * An activation as its customer sees it; holds no secret.
 *
 * @param state its state at the time of asking, expiry included
 * @param visibleUntil when the QR must leave the screen (exclusive)
 * @param expiresAt when the first code can no longer be proven (exclusive)
 * @param digits digits of the codes the phone will show
 * @param periodSeconds life of one code in seconds
 * @param proofTriesLeft how many wrong first codes are still forgiven
 */
public record Activation(
        ActivationId id,
        CardId card,
        PasswordKind kind,
        ActivationWay way,
        ActivationState state,
        Instant visibleUntil,
        Instant expiresAt,
        int digits,
        int periodSeconds,
        int proofTriesLeft) {
    /** Whether {@link Activations#resend} has something to send. */
    public ActivationMessage message() {
        return ActivationMessage.of(way, state);
    }
}
