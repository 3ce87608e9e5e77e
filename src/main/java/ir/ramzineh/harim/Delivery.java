package ir.ramzineh.harim;

/** What became of a request; for the owner of the card and for staff only. */
public enum Delivery {
    SENT,
    /** No bank knows this card. */
    UNKNOWN_CARD,
    /** The expiry typed is not the card's. */
    WRONG_DATA,
    /** Expired, or stopped by the bank. */
    NOT_USABLE,
    /** A gift card needs no code (S5.10). */
    GIFT_CARD,
    /** The bank does not offer these codes, or the owner has not switched them on. */
    NOT_ON,
    /** The owner has frozen the password. */
    FROZEN,
    /** Stopped after wrong codes. */
    LOCKED,
    /** Above the owner's cap, or of a type or at an hour the owner does not allow. */
    NOT_ALLOWED,
    /** The number is new at the bank; codes go to it after a while (decision 014). */
    NEW_NUMBER,
    /** The number had enough messages for today. */
    TOO_MANY,
    /** The countdown had ended before the request was dealt with, or was about to. */
    TOO_LATE
}
