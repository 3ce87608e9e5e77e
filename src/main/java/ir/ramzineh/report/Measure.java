package ir.ramzineh.report;

/** What {@code report_count} counts. */
enum Measure {
    /** Questions of the card switch, by their reason. */
    CODE,
    /** Questions for the exemption of small payments: {@code ALLOWED} or {@code REFUSED}. */
    SMALL,
    /** Messages by the state they ended in; delivered ones by the seconds it took. */
    SMS,
    /** Passwords by their state at the end of the day. */
    CARD
}
