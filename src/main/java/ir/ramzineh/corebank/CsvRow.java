package ir.ramzineh.corebank;

import ir.ramzineh.kernel.Digits;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.JalaliDate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** One row, read column by column; what does not fit is noted and given back as null. */
final class CsvRow {
    private static final ZoneId IRAN = ZoneId.of("Asia/Tehran");
    private static final Instant MOBILES_BEGAN = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant MOBILES_END = Instant.parse("2100-01-01T00:00:00Z");
    private static final Pattern IRAN_TIME =
            Pattern.compile("(\\d{4}/\\d{1,2}/\\d{1,2})\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?");
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("error.national-id.digits", "expected ten digits"),
            Map.entry("error.national-id.length", "expected ten digits"),
            Map.entry("error.national-id.repeated", "one digit is repeated ten times"),
            Map.entry("error.national-id.check-digit", "the check digit does not match"),
            Map.entry("error.card-number.digits", "expected digits only"),
            Map.entry("error.card-number.length", "expected 16 to 19 digits"),
            Map.entry("error.card-number.repeated", "one digit is repeated throughout"),
            Map.entry("error.card-number.check-digit", "the check digit does not match"),
            Map.entry("error.mobile-number.digits", "expected a mobile number in digits"),
            Map.entry("error.mobile-number.iranian", "expected an Iranian mobile number, 09 and nine digits"),
            Map.entry("error.rial.digits", "expected a whole amount in rial"),
            Map.entry("error.rial.range", "expected an amount from 0 to 10^15 rial"),
            Map.entry("error.jalali-date.leap-day", "that Jalali year is no leap year"),
            Map.entry("error.card-expiry", "expected a Jalali year and month such as 1408/03"),
            Map.entry("error.branch-code", "expected 1 to 6 digits"),
            Map.entry("error.account-number", "expected 5 to 20 digits"));

    private final String fileName;
    private final long line;
    private final CSVRecord row;
    private final Problems problems;
    private boolean good = true;

    CsvRow(String fileName, long line, CSVRecord row, Problems problems) {
        this.fileName = fileName;
        this.line = line;
        this.row = row;
        this.problems = problems;
    }

    /** Whether nothing was wrong so far. */
    boolean isGood() {
        return good;
    }

    void problem(String column, String reason) {
        good = false;
        problems.add(fileName, line, column, reason);
    }

    <T> @Nullable T value(String column, Function<String, T> type) {
        String text = row.get(column);
        if (text.isEmpty()) {
            problem(column, "the value is missing");
            return null;
        }
        try {
            return type.apply(text);
        } catch (InvalidValueException e) {
            problem(column, REASONS.getOrDefault(e.key(), "the value is not valid"));
        } catch (DateTimeException e) {
            problem(column, "expected a date such as 1372/11/03 or 1994-01-23");
        } catch (IllegalArgumentException _) {
            problem(column, "the value is not valid");
        }
        return null;
    }

    /** The value of a column that may be absent or empty. */
    <T> @Nullable T optional(String column, Function<String, T> type) {
        return row.isMapped(column) && !row.get(column).isEmpty() ? value(column, type) : null;
    }

    /** Two columns that make one name. */
    @Nullable
    LocalizedName name(String columnFa, String columnEn) {
        String fa = value(columnFa, CsvRow::name);
        String en = value(columnEn, CsvRow::name);
        return fa == null || en == null ? null : new LocalizedName(fa, en);
    }

    <E extends Enum<E>> @Nullable E choice(String column, Class<E> type) {
        String text = row.get(column).toUpperCase(Locale.ROOT).replace('-', '_');
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        problem(column, "expected one of " + Arrays.toString(type.getEnumConstants()));
        return null;
    }

    @Nullable
    Boolean yesNo(String column) {
        return switch (row.get(column).toLowerCase(Locale.ROOT)) {
            case "yes", "true", "1", "۱" -> true;
            case "no", "false", "0", "۰" -> false;
            default -> {
                problem(column, "expected yes or no");
                yield null;
            }
        };
    }

    @Nullable
    String matching(String column, Pattern pattern, String expected) {
        String text = Digits.toLatin(row.get(column));
        if (pattern.matcher(text).matches()) {
            return text;
        }
        problem(column, "expected " + expected);
        return null;
    }

    /** A day: Jalali with slashes, or Gregorian as ISO 8601. */
    @Nullable
    LocalDate date(String column) {
        return value(column, CsvRow::day);
    }

    /** As {@link #moment}, of a column that may be absent or empty; of the times in which there are mobile numbers. */
    @Nullable
    Instant optionalMoment(String column) {
        Instant moment = row.isMapped(column) && !row.get(column).isEmpty() ? moment(column) : null;
        if (moment != null && (moment.isBefore(MOBILES_BEGAN) || moment.isAfter(MOBILES_END))) {
            problem(column, "expected a moment between 1990 and 2100");
            return null;
        }
        return moment;
    }

    /** A moment: Jalali day and Iranian time, or ISO 8601 with an offset. */
    @Nullable
    Instant moment(String column) {
        String text = Digits.toLatin(row.get(column));
        Matcher iranian = IRAN_TIME.matcher(text);
        try {
            if (!iranian.matches()) {
                return OffsetDateTime.parse(text).toInstant();
            }
            int seconds = iranian.group(4) == null ? 0 : Integer.parseInt(iranian.group(4));
            LocalTime time =
                    LocalTime.of(Integer.parseInt(iranian.group(2)), Integer.parseInt(iranian.group(3)), seconds);
            return JalaliDate.parse(iranian.group(1))
                    .toLocalDate()
                    .atTime(time)
                    .atZone(IRAN)
                    .toInstant();
        } catch (DateTimeException | InvalidValueException _) {
            problem(column, "expected a moment such as 1405/08/20 14:05 or 2026-11-11T14:05:00+03:30");
            return null;
        }
    }

    private static String name(String text) {
        if (text.length() > 100 || text.codePoints().anyMatch(CsvRow::isUnwelcome)) {
            throw new IllegalArgumentException("a name");
        }
        return text;
    }

    /** Control characters and marks that turn the direction of a text; ZWNJ and ZWJ belong to Persian and stay. */
    private static boolean isUnwelcome(int c) {
        return Character.isISOControl(c) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    private static LocalDate day(String text) {
        String latin = Digits.toLatin(text);
        return latin.contains("-") && latin.compareTo("1600") > 0
                ? LocalDate.parse(latin)
                : JalaliDate.parse(latin).toLocalDate();
    }
}
