package ir.ramzineh.approval;

/** Where a proposal stands. All but the first are final. */
public enum ApprovalState {
    WAITING,
    /** Decided, and the deed was done in the same transaction. */
    APPROVED,
    REFUSED,
    /** Taken back by who proposed it. */
    WITHDRAWN,
    /** Nobody decided in time. */
    EXPIRED
}
