package ir.ramzineh.staff;

import ir.ramzineh.kernel.SpokenProblem;

/** A member of staff may not do this. Carries the key of a translated text, never whom it was about. */
public final class NotPermittedException extends RuntimeException implements SpokenProblem {
    private static final long serialVersionUID = 1L;

    private final String key;

    /** @param key {@code error.staff.not-permitted}, {@code error.staff.other-branch} or {@code error.staff.own} */
    public NotPermittedException(String key) {
        super(key);
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
