package ir.ramzineh.credential;

import ir.ramzineh.kernel.InvalidValueException;
import java.util.Locale;

/**
 * A portal user name (S1.7): 6 to 32 characters out of English letters, digits, dot, dash and underscore, with at least
 * one upper-case and one lower-case letter. Two names that differ only in case are the same name.
 */
public record UserName(String text) {
    static final int LENGTH_MIN = 6;
    static final int LENGTH_MAX = 32;

    public UserName {
        text = text.strip();
        UserNameRules.firstBroken(text).ifPresent(broken -> {
            throw new InvalidValueException(broken.key(), broken.args().toArray());
        });
    }

    /** The form that must be unique. */
    public String canonical() {
        return canonical(text);
    }

    static String canonical(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }
}
