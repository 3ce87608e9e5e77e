package ir.ramzineh.terminal;

/** The request id was used for another wish before; nothing was done. */
public final class WishReusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WishReusedException() {
        super("the request id was used before for another wish");
    }
}
