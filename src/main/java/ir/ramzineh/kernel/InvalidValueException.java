package ir.ramzineh.kernel;

import java.util.Arrays;

/**
 * A value broke its own rule. Carries the key of a translated text and its arguments, never the value itself: card
 * numbers and national IDs must not travel in messages.
 */
public final class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] args;

    /**
     * @param key key of the text shown to the reader, such as {@code error.national-id.check-digit}
     * @param args arguments of that text: limits and counts, never the value
     */
    public InvalidValueException(String key, Object... args) {
        super(key);
        this.key = key;
        this.args = Arrays.copyOf(args, args.length);
    }

    public String key() {
        return key;
    }

    public Object[] args() {
        return Arrays.copyOf(args, args.length);
    }
}
