package ir.ramzineh.fraudcase;

/** The way a report took. */
public enum ReportedBy {
    PORTAL,
    /** An answer to a text message. */
    SMS,
    /** Told to a member of staff, at the counter or on the telephone. */
    STAFF
}
