package ir.ramzineh.verification;

/** Somebody else asked the same question in this moment and was first; what was done here is rolled back. */
class AskedBeforeException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
