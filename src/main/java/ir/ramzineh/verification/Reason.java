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
    /** Not digits alone, or too few or too many of them. */
    MALFORMED,
    /** One-time codes are not on for this password. */
    NOT_DYNAMIC,
    LOCKED,
    FROZEN,
    /** The code was made for a payment of another amount (I7); detail: that amount, the amount asked for, in rial. */
    OTHER_AMOUNT,
    /** The code was made for another type of transaction, another merchant or another terminal (I7). */
    OTHER_TRANSACTION,
    /** The customer switched codes off for this type of transaction. */
    TYPE_OFF,
    /** Outside the hours the customer chose. */
    OUTSIDE_HOURS,
    /** The customer switched this way of getting codes off. */
    CHANNEL_OFF,
    /** No live authenticator and no code made on request. */
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
