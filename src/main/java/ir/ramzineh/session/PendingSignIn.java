package ir.ramzineh.session;

import java.io.Serializable;
import java.time.Instant;

/**
 * The state between the right password and the code by SMS. Kept durably, so that a restart or another node does not
 * cost the customer a second message; worth nothing without the code.
 *
 * @param challenge names the awaited code; never shown
 * @param maskedNumber where it was sent, ready to be shown
 * @param codeExpiresAt when the code dies
 * @param resendAt when it may be asked for again
 * @param triesLeft how many wrong codes are still borne
 * @param byToken whether the code comes from the customer's token; then nothing was sent and there is no number
 */
public record PendingSignIn(
        String challenge, String maskedNumber, Instant codeExpiresAt, Instant resendAt, int triesLeft, boolean byToken)
        implements Serializable {
    /** Name of the session attribute. */
    public static final String ATTRIBUTE = "ramzineh.sign-in";

    private static final long serialVersionUID = 1L;

    /** The same challenge after a wrong code. */
    public PendingSignIn withTriesLeft(int remaining) {
        return new PendingSignIn(challenge, maskedNumber, codeExpiresAt, resendAt, remaining, byToken);
    }

    @Override
    public String toString() {
        return "PendingSignIn[***]";
    }
}
