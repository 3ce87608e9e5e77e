package ir.ramzineh.smallamount;

import ir.ramzineh.kernel.Rial;

/**
 * How a card stands with small payments.
 *
 * @param consented the customer accepted the risk
 * @param limit of any 24 hours
 * @param left of it now
 */
public record Standing(boolean consented, Rial limit, Rial left) {}
