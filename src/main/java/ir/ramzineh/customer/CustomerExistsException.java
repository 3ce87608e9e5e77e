package ir.ramzineh.customer;

/** Somebody with this national ID signed up for the portal already. Never shown before the phone was proven. */
public final class CustomerExistsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CustomerExistsException() {
        super("a customer with this national ID exists");
    }
}
