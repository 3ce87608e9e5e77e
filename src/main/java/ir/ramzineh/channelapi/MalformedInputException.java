package ir.ramzineh.channelapi;

/**
 * The body of a request breaks the contract; becomes a 400 problem that names the field. Holds no part of the body:
 * it may be a card number or a code.
 */
final class MalformedInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * @param field path of the field, {@code transaction.amount}; empty for the body as a whole
     * @param problem English, for the programmer of the channel
     */
    MalformedInputException(String field, String problem) {
        super(problem);
        this.field = field;
    }

    String field() {
        return field;
    }
}
