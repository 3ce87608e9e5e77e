package ir.ramzineh.report;

import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.JalaliDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A month of the Jalali calendar in Tehran.
 *
 * @param month 1 to 12
 */
public record JalaliMonth(int year, int month) {
    private static final Pattern TEXT = Pattern.compile("([0-9]{4})-([0-9]{2})");

    public JalaliMonth {
        new JalaliDate(year, month, 1);
    }

    /** The month it is at a moment. */
    public static JalaliMonth of(Instant moment) {
        JalaliDate day = JalaliDate.of(moment, CountRows.TEHRAN);
        return new JalaliMonth(day.year(), day.month());
    }

    /**
     * Reads {@code 1405-09}.
     *
     * @throws InvalidValueException if it is none
     */
    public static JalaliMonth parse(String text) {
        Matcher found = TEXT.matcher(text);
        if (!found.matches()) {
            throw new InvalidValueException("error.jalali-date.format");
        }
        return new JalaliMonth(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)));
    }

    public LocalDate first() {
        return new JalaliDate(year, month, 1).toLocalDate();
    }

    public LocalDate last() {
        return new JalaliDate(year, month, 1).lastDayOfMonth().toLocalDate();
    }

    public JalaliMonth minus(int months) {
        JalaliDate day = new JalaliDate(year, month, 1).plusMonths(-months);
        return new JalaliMonth(day.year(), day.month());
    }

    /** For example {@code 1405-09}. */
    public String text() {
        return String.format(Locale.ROOT, "%04d-%02d", year, month);
    }
}
