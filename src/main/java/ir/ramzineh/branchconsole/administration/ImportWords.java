package ir.ramzineh.branchconsole.administration;

import ir.ramzineh.corebank.ImportReport.RowProblem;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a row cannot be taken, in the reader's language. */
final class ImportWords {
    private static final Map<Pattern, String> REASONS = Map.ofEntries(
            entry("the value is missing", "missing"),
            entry("the value is not valid", "invalid"),
            entry("expected ten digits", "ten-digits"),
            entry("one digit is repeated .*", "repeated"),
            entry("the check digit does not match", "check-digit"),
            entry("expected digits only", "digits"),
            entry("expected 16 to 19 digits", "card-length"),
            entry("expected a mobile number in digits", "mobile"),
            entry("expected an Iranian mobile number, .*", "mobile"),
            entry("expected a date such as .*", "date"),
            entry("expected a moment .*", "moment"),
            entry("that Jalali year is no leap year", "leap"),
            entry("expected a Jalali year and month .*", "expiry"),
            entry("expected one of (.+)", "one-of"),
            entry("expected yes or no", "yes-no"),
            entry("the same .+ stands? in an earlier row", "twice"),
            entry("no such customer .*", "no-customer"),
            entry("expected (\\d+) columns, found (\\d+)", "columns"),
            entry("the column is missing", "column-missing"),
            entry("expected no columns but (.+)", "columns-only"),
            entry("the first line must name each column once", "head"),
            entry("the file is not UTF-8 text", "utf8"),
            entry("none of .*", "empty"));

    private final Texts texts;
    private final Formats formats;

    private ImportWords(Locale locale) {
        this.texts = Texts.of(locale);
        this.formats = Formats.of(locale);
    }

    static ImportWords of(Locale locale) {
        return new ImportWords(locale);
    }

    String line(RowProblem problem) {
        return problem.line() == 0 ? "–" : formats.number(problem.line());
    }

    String reason(RowProblem problem) {
        for (Map.Entry<Pattern, String> each : REASONS.entrySet()) {
            Matcher matcher = each.getKey().matcher(problem.reason());
            if (matcher.matches()) {
                Object[] groups = new Object[matcher.groupCount()];
                for (int i = 0; i < groups.length; i++) {
                    groups[i] = formats.digits(matcher.group(i + 1));
                }
                return texts.get("import.reason." + each.getValue(), groups);
            }
        }
        return texts.get("import.reason.other");
    }

    private static Map.Entry<Pattern, String> entry(String pattern, String key) {
        return Map.entry(Pattern.compile(pattern, Pattern.DOTALL), key);
    }
}
