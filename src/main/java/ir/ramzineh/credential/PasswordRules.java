package ir.ramzineh.credential;

import ir.ramzineh.kernel.Digits;
import ir.ramzineh.kernel.NationalId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rules of S1.8 to S1.10 and D5, a length, and a list of common passwords; each answered for itself. */
@Component
public class PasswordRules {
    static final int LENGTH_MIN = 8;
    public static final int LENGTH_MAX = 128;
    /** D5: this many characters of the user name in a row are too many. */
    static final int SHARED_RUN = 4;

    private static final int NATIONAL_ID_DIGITS_MIN = 8;
    private static final String SEPARATORS = " -_./,:\u200C\u00A0";

    private final CommonPasswords common = CommonPasswords.load();

    PasswordRules() {}

    /**
     * Every rule with its answer, always in the same order.
     *
     * @param password as typed so far; looked at as it will be hashed, so that full-width letters and digits are letters
     *     and digits
     * @param userName as typed so far; may be empty
     * @param nationalId whose digits must not stand in the password, in any script (S1.9)
     */
    public List<RuleCheck> check(String password, String userName, NationalId nationalId) {
        // Longer texts are refused by their length alone; the search below is for honest input.
        String bounded = password.length() > LENGTH_MAX * 2 ? password.substring(0, LENGTH_MAX * 2) : password;
        String looked = PasswordHashing.normal(bounded);
        int length = looked.codePointCount(0, looked.length());
        return List.of(
                RuleCheck.of(
                        "rule.password.length",
                        length >= LENGTH_MIN && length <= LENGTH_MAX,
                        Integer.toString(LENGTH_MIN),
                        Integer.toString(LENGTH_MAX)),
                RuleCheck.of("rule.password.upper", looked.chars().anyMatch(c -> c >= 'A' && c <= 'Z')),
                RuleCheck.of("rule.password.lower", looked.chars().anyMatch(c -> c >= 'a' && c <= 'z')),
                RuleCheck.naming("rule.password.national-id", nationalIdIn(looked, nationalId.digits())),
                RuleCheck.naming("rule.password.user-name", sharedRun(looked, userName.strip())),
                RuleCheck.naming("rule.password.common", common.in(looked).orElse(null)));
    }

    List<RuleCheck> broken(Password password, String userName, NationalId nationalId) {
        return check(password.reveal(), userName, nationalId).stream()
                .filter(check -> !check.met())
                .toList();
    }

    /** S1.9, also with separators between the digits and without the zeros people leave off at the front. */
    private static @Nullable String nationalIdIn(String password, String nationalId) {
        StringBuilder kept = new StringBuilder();
        int[] places = new int[password.length()];
        for (int i = 0; i < password.length(); i++) {
            if (SEPARATORS.indexOf(password.charAt(i)) < 0) {
                places[kept.length()] = i;
                kept.append(password.charAt(i));
            }
        }
        String latin = Digits.toLatin(kept.toString());
        String shortened = nationalId.replaceFirst("^0+", "");
        for (String wanted : List.of(nationalId, shortened)) {
            int at = wanted.length() < NATIONAL_ID_DIGITS_MIN ? -1 : latin.indexOf(wanted);
            if (at >= 0) {
                return password.substring(places[at], places[at + wanted.length() - 1] + 1);
            }
        }
        return null;
    }

    /** The longest run that password and user name share, without case (S1.10, D5), if it is too long. */
    private static @Nullable String sharedRun(String password, String userName) {
        String haystack = fold(password);
        String needles = fold(userName.length() > LENGTH_MAX ? userName.substring(0, LENGTH_MAX) : userName);
        for (int length = needles.length(); length >= SHARED_RUN; length--) {
            for (int from = 0; from + length <= needles.length(); from++) {
                int at = haystack.indexOf(needles.substring(from, from + length));
                if (at >= 0) {
                    return password.substring(at, at + length);
                }
            }
        }
        return null;
    }

    /** Same length as its input, so that places found in one are places in the other. */
    private static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        Digits.toLatin(text).chars().forEach(c -> folded.append(Character.toLowerCase((char) c)));
        return folded.toString();
    }
}
