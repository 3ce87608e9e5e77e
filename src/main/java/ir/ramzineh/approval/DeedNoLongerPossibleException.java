package ir.ramzineh.approval;

/** Things are no longer as they were when it was proposed. Carries the key of a translated text. */
public final class DeedNoLongerPossibleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;

    /** @param key of the text that says what has changed */
    public DeedNoLongerPossibleException(String key) {
        super(key);
        this.key = key;
    }

    public String key() {
        return key;
    }
}
