package ir.ramzineh.customer;

import ir.ramzineh.kernel.CustomerId;

/** The registered number of a customer is another one now; published in the transaction of that. */
public record NumberChanged(CustomerId customer) {}
