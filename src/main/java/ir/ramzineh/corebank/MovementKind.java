package ir.ramzineh.corebank;

/** Why money moved; its name is the text {@code movement-kind.<name>} of the views. */
public enum MovementKind {
    PURCHASE,
    TRANSFER,
    SALARY,
    BILL,
    TOP_UP,
    CASH,
    PROFIT,
    INSTALMENT,
    FEE
}
