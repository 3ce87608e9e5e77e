package ir.ramzineh.fraudcase;

/** There is no such thing to point at, or it is not of this customer's card. */
public class UnknownSuspectException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownSuspectException() {
        super("no such payment, message or event of this card");
    }
}
