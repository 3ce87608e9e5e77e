package ir.ramzineh.branchconsole.administration;

import ir.ramzineh.issuer.ProfileProblem;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with a profile, in the reader's language: the sentence always, the expectation where it is a common one. */
final class ProfileWords {
    private static final Map<Pattern, String> EXPECTED = Map.ofEntries(
            entry("a whole number from (\\d+) to (\\d+)", "number"),
            entry("a text of 1 to (\\d+) characters.*", "text"),
            entry("true or false", "truth"),
            entry("a group of fields", "group"),
            entry("a list of 1 to (\\d+) groups of fields", "groups"),
            entry("one of (.+)", "one-of"),
            entry("a list with at least one of (.+?)(?:, each once)?", "some-of"),
            entry("no such field here but (.+)", "unknown-field"),
            entry("the field once, not twice", "twice"),
            entry("BINs of this bank alone.*", "bins-alone"),
            entry("a list of card number prefixes.*", "bins"),
            entry("UTF-8 text", "utf8"),
            entry("YAML, but (.+)", "yaml"),
            entry("the file to be there, as its bank is in use", "gone"),
            entry("the fields of a bank, but the file is empty", "empty"));

    private final Texts texts;
    private final Formats formats;

    private ProfileWords(Locale locale) {
        this.texts = Texts.of(locale);
        this.formats = Formats.of(locale);
    }

    static ProfileWords of(Locale locale) {
        return new ProfileWords(locale);
    }

    String sentence(ProfileProblem problem) {
        String expected = expected(problem.expected());
        if (problem.file().isEmpty()) {
            return texts.get("office.profile.problem", expected);
        }
        if (problem.line() == 0) {
            return texts.get("office.profile.problem.file", problem.file(), expected);
        }
        String line = formats.number(problem.line());
        return problem.field().isEmpty()
                ? texts.get("office.profile.problem.line", problem.file(), line, expected)
                : texts.get("office.profile.problem.field", problem.file(), line, problem.field(), expected);
    }

    private String expected(String english) {
        for (Map.Entry<Pattern, String> each : EXPECTED.entrySet()) {
            Matcher matcher = each.getKey().matcher(english);
            if (matcher.matches()) {
                Object[] groups = new Object[matcher.groupCount()];
                for (int i = 0; i < groups.length; i++) {
                    groups[i] = formats.digits(matcher.group(i + 1));
                }
                return texts.get("office.profile.expected." + each.getValue(), groups);
            }
        }
        return english;
    }

    private static Map.Entry<Pattern, String> entry(String pattern, String key) {
        return Map.entry(Pattern.compile(pattern, Pattern.DOTALL), key);
    }
}
