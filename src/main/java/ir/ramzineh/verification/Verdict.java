package ir.ramzineh.verification;

/** All a channel ever learns. The reason is for the customer and the staff alone (RTS, article 4). */
public enum Verdict {
    ACCEPTED,
    REFUSED
}
