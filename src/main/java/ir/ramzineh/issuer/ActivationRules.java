package ir.ramzineh.issuer;

import java.time.Duration;

/**
 * How long an activation lives and what its parts look like.
 *
 * @param lifeSeconds time from the start until the first code must be proven; 24 hours at most (S4.6, S7.6)
 * @param qrVisibleSeconds time a QR code stays on the screen
 * @param newPhoneWait how long the wish for a new phone waits in the portal while another one has the token; zero for not
 *     at all
 * @param screenPart the part shown on the screen ({@link ActivationWay#SCREEN_AND_SMS})
 * @param smsPart the part sent by SMS ({@link ActivationWay#SCREEN_AND_SMS})
 * @param smsCode the short code that accompanies a scanned QR code ({@link ActivationWay#QR_AND_SMS})
 */
public record ActivationRules(
        int lifeSeconds,
        int qrVisibleSeconds,
        Duration newPhoneWait,
        TextPart screenPart,
        TextPart smsPart,
        TextPart smsCode) {

    /**
     * What a customer types or pastes.
     *
     * @param length characters in all, check characters included, grouping not
     * @param alphabet of which signs
     */
    public record TextPart(int length, Alphabet alphabet) {}

    /** The signs of a part. */
    public enum Alphabet {
        /** 0 to 9. */
        DIGITS,
        /** Digits and capital letters without those that look like another (Crockford's base 32). */
        BASE32
    }
}
