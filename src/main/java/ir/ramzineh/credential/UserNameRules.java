package ir.ramzineh.credential;

import java.util.List;
import java.util.Optional;

/** The rules of S1.7, each answered for itself. */
public final class UserNameRules {
    private UserNameRules() {}

    /** Every rule with its answer, always in the same order. */
    public static List<RuleCheck> check(String typed) {
        String text = typed.strip();
        return List.of(
                RuleCheck.of(
                        "rule.user-name.length",
                        text.length() >= UserName.LENGTH_MIN && text.length() <= UserName.LENGTH_MAX,
                        Integer.toString(UserName.LENGTH_MIN),
                        Integer.toString(UserName.LENGTH_MAX)),
                RuleCheck.of("rule.user-name.upper", text.chars().anyMatch(c -> c >= 'A' && c <= 'Z')),
                RuleCheck.of("rule.user-name.lower", text.chars().anyMatch(c -> c >= 'a' && c <= 'z')),
                RuleCheck.naming(
                        "rule.user-name.characters", foreignCharacter(text).orElse(null)));
    }

    static Optional<RuleCheck> firstBroken(String text) {
        return check(text).stream().filter(check -> !check.met()).findFirst();
    }

    private static Optional<String> foreignCharacter(String text) {
        return text.codePoints()
                .filter(c -> !allowed(c))
                .mapToObj(Character::toString)
                .findFirst();
    }

    private static boolean allowed(int c) {
        return "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_".indexOf(c) >= 0;
    }
}
