package ir.ramzineh.audit;

import ir.ramzineh.kernel.CustomerId;

/** Who did something. */
public sealed interface Actor {
    /** The customer, signed in. */
    record Customer(CustomerId id) implements Actor {}

    /**
     * A channel of the bank, by the name of its registered client.
     *
     * @param client at most 64 characters
     */
    record Channel(String client) implements Actor {}

    /**
     * A member of staff, by user name.
     *
     * @param userName at most 64 characters
     */
    record Staff(String userName) implements Actor {}

    /** The portal itself: purges, expiries, limits that were reached. */
    record Portal() implements Actor {}

    /** Somebody nobody knows yet, such as a visitor before sign-in. */
    record Anonymous() implements Actor {}
}
