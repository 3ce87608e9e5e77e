package ir.ramzineh.credential;

/** What was lost. */
public enum RecoveryKind {
    /** The proven customer is shown the user name. */
    USER_NAME,
    /** The proven customer is shown the user name and chooses a new password. */
    PASSWORD
}
