package ir.ramzineh.corebank;

/** What kind of card it is. */
public enum CardProduct {
    /** A card of an account. */
    NORMAL,
    /** A gift card: it keeps its static second password (I9). */
    GIFT
}
