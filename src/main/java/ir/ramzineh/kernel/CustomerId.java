package ir.ramzineh.kernel;

/** A portal customer. Not a secret, yet never enough to see anything: every look-up also checks who asks. */
public record CustomerId(long value) {
    public CustomerId {
        if (value <= 0) {
            throw new InvalidValueException("error.id");
        }
    }
}
