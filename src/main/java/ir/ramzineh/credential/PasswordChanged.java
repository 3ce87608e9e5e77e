package ir.ramzineh.credential;

import ir.ramzineh.kernel.CustomerId;

/**
 * A customer's password is another one now; published in the transaction of the change. Whoever keeps sign-ins ends
 * them: all after a recovery, all but the one that asked after a change.
 */
public record PasswordChanged(CustomerId customer, Cause cause) {
    /** Why: asked for in a sign-in that goes on, or through the lost-password way. */
    public enum Cause {
        CHANGED,
        RECOVERED
    }
}
