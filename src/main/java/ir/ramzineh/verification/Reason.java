package ir.ramzineh.verification;

import java.util.Locale;

/**
 * Why a code was accepted or refused; read by the signed-in customer and staff only. {@link #key()} is a translation
 * key; the numbers of {@link RecentVerification#detail()} fill its places.
 */
public enum Reason {
    ACCEPTED,
    /** Not the code of any moment looked at; detail: attempts used, attempts allowed. */
    WRONG_CODE,
    /** The wrong code that locked the password (S7.13); detail: attempts used, attempts allowed. */
    WRONG_CODE_LOCKED,
    /** The code was right once; detail: seconds since its life ended. */
    EXPIRED,
    /** The code of a moment still to come, the phone's clock is ahead; detail: seconds. */
    TOO_EARLY,
    /** The code, or a later one of the same token, was used before. */
    ALREADY_USED,
    /** A right code, yet the amount is above the customer's cap; detail: cap, amount in rial. */
    ABOVE_CAP,
    /** Not digits alone, or not as many as the profile says; detail: digits expected. */
    MALFORMED,
    /** One-time codes are not on for this password. */
    NOT_DYNAMIC,
    LOCKED,
    FROZEN,
    /** The customer switched codes of the app off. */
    CHANNEL_OFF,
    /** No live authenticator. */
    NO_TOKEN,
    /** Expired, or stopped at the bank. */
    CARD_NOT_USABLE,
    /** Gift cards stay on the static password (S5.10). */
    GIFT_CARD,
    /** Passwords are changed with the static password only (S5.3). */
    STATIC_PASSWORD_NEEDED,
    UNKNOWN_CARD;

    /** Key of the sentence the customer reads. */
    public String key() {
        return "verification.reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
