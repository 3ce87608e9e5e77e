package ir.ramzineh.corebank;

/**
 * The bank's own system gives no usable answer now. Nothing is known then: never read it as "no such customer". The
 * message holds no value that was asked for.
 */
public final class CoreBankUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CoreBankUnavailableException(String message) {
        super(message);
    }

    public CoreBankUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
