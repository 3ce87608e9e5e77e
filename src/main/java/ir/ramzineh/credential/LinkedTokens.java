package ir.ramzineh.credential;

import ir.ramzineh.kernel.CustomerId;

/** Tokens that a branch has linked to the sign-in of customers (S10.3, S10.4). Who makes them stands behind this door. */
public interface LinkedTokens {
    /** Whether a code of a token, and no SMS, is the second factor of this customer. */
    boolean isLinked(CustomerId customer);

    /**
     * Uses a code up, in the caller's transaction: of any number of equal ones, at any number of doors, one gets {@code true}.
     *
     * @param code as typed
     */
    boolean claim(CustomerId customer, String code);
}
