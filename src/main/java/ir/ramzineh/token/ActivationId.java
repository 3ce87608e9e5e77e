package ir.ramzineh.token;

import ir.ramzineh.kernel.InvalidValueException;

/** One activation on the customer's side. Never leaves the portal: a phone knows an {@link ActivationRef} instead. */
public record ActivationId(long value) {
    public ActivationId {
        if (value <= 0) {
            throw new InvalidValueException("error.id");
        }
    }
}
