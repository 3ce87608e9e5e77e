package ir.ramzineh.issuer;

/**
 * Codes for single payments, asked for on a payment page (S11).
 *
 * @param lifeSeconds from the request on, 30 to 120 (S11.2, D4)
 */
public record HarimRules(int lifeSeconds) {}
