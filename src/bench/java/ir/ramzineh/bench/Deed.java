package ir.ramzineh.bench;

/** What is measured. */
enum Deed {
    /** One update, one insert, one commit, by JDBC. */
    BARE,
    /** A verification with a fresh good code. */
    GOOD_CODE,
    /** A verification with a wrong code, the first one in a row of its card. */
    WRONG_CODE
}
