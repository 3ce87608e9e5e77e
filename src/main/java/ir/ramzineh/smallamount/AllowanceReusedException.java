package ir.ramzineh.smallamount;

/** The same request id came with another question. */
public class AllowanceReusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
