package ir.ramzineh.harim;

/** The same request id came with another request. */
public class RequestReusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
