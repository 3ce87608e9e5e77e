package ir.ramzineh.card;

/** What one password of a card currently is. */
public enum PasswordState {
    /** Fixed password, kept by the bank; no code is ever accepted. */
    STATIC,
    /** One-time codes are accepted. For the second password the static one is over (S0.5). */
    DYNAMIC,
    /** Switched off after too many wrong codes in a row (S7.13); only a new activation ends this. */
    LOCKED
}
