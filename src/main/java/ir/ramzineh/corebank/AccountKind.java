package ir.ramzineh.corebank;

/** What kind of account it is; its name is the text {@code account-kind.<name>} of the views. */
public enum AccountKind {
    /** Interest-free current account. */
    CURRENT,
    /** Interest-free savings. */
    SAVINGS,
    /** Short-term deposit. */
    SHORT_TERM,
    /** Long-term deposit. */
    LONG_TERM
}
