package ir.ramzineh.fraudcase;

/** Whether staff still have to look at a case. */
public enum CaseState {
    OPEN,
    CLOSED
}
