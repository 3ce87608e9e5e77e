package ir.ramzineh.credential;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule held against what was typed. The same list ticks the boxes while the customer types and decides on the
 * server.
 *
 * @param key text key of the rule, such as {@code rule.password.no-national-id}
 * @param met whether the typed text keeps the rule
 * @param offendingPart the part that breaks it, as typed, where there is one to show; never logged
 * @param args arguments of the text, such as the bounds of a length
 */
public record RuleCheck(String key, boolean met, @Nullable String offendingPart, List<String> args) {

    static RuleCheck of(String key, boolean met, String... args) {
        return new RuleCheck(key, met, null, List.of(args));
    }

    static RuleCheck naming(String key, @Nullable String offendingPart, String... args) {
        return new RuleCheck(key, offendingPart == null, offendingPart, List.of(args));
    }

    /** Without the offending part: it is a piece of a password. */
    @Override
    public String toString() {
        return key + (met ? " met" : " broken");
    }
}
