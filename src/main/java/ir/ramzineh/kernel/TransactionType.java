package ir.ramzineh.kernel;

/** What the code shall approve. */
public enum TransactionType {
    PURCHASE,
    TRANSFER,
    BILL,
    BALANCE,
    WITHDRAWAL,
    /** Never with a one-time code: only the static password counts there (S5.3). */
    PASSWORD_CHANGE
}
