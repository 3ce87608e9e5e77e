package ir.ramzineh.fraudcase;

/** How a case ended. */
public enum CaseOutcome {
    /** Somebody else used the card. */
    FRAUD,
    /** It was the customer after all, or the family. */
    MISTAKE,
    /** A shop or a payment company took the wrong amount, or took it twice. */
    MERCHANT_ERROR,
    /** Nothing more can be found out. */
    UNRESOLVED
}
