package ir.ramzineh.kernel;

/** A channel asked something else under a request id it had used before; nothing was done. */
public final class RequestIdReusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RequestIdReusedException() {
        super("the request id was used before for another question");
    }
}
