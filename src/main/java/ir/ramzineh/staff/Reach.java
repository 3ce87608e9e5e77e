package ir.ramzineh.staff;

/** How far a permission goes. */
public enum Reach {
    /** Not at all. */
    NONE,
    /** Customers and work of the own branch. */
    BRANCH,
    /** The whole bank. */
    BANK
}
