package ir.ramzineh.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day of the Jalali (Solar Hijri) calendar, as customers write it. Only possible days exist: 1402/12/30 is refused
 * because 1402 was no leap year. Leap years follow the 33-year rule, which names the same years as the astronomical
 * calendar from 1178 to 1633 (see docs/design-decisions/005-jalali-33-year-rule.md). Not a secret by itself, yet a birth date is: holders of one mask it themselves.
 *
 * @param year 1250 to 1500
 * @param month 1 (Farvardin) to 12 (Esfand)
 * @param day 1 to 31, 30 or 29 as the month has it
 */
public record JalaliDate(int year, int month, int day) implements Comparable<JalaliDate> {
    public static final int YEAR_MIN = 1250;
    public static final int YEAR_MAX = 1500;

    /** Days from 1970-01-01 to the day before 1 Farvardin 1, found from 1404/01/01 = 2025-03-21. */
    private static final long EPOCH_DAY_OFFSET = LocalDate.of(2025, 3, 21).toEpochDay() - daysBeforeYear(1404);

    private static final Comparator<JalaliDate> BY_TIME = Comparator.comparingInt(JalaliDate::year)
            .thenComparingInt(JalaliDate::month)
            .thenComparingInt(JalaliDate::day);
    private static final String SEPARATOR = "\\s*[-/._\u060D\u066B\u2010-\u2013 ]\\s*";
    private static final Pattern YEAR_FIRST =
            Pattern.compile("([0-9]{4})" + SEPARATOR + "([0-9]{1,2})" + SEPARATOR + "([0-9]{1,2})");
    private static final Pattern YEAR_LAST =
            Pattern.compile("([0-9]{1,2})" + SEPARATOR + "([0-9]{1,2})" + SEPARATOR + "([0-9]{4})");
    private static final Pattern COMPACT = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");
    private static final Pattern INVISIBLE = Pattern.compile("[\u200B-\u200F\u061C\u202A-\u202E\u2066-\u2069\uFEFF]");
    private static final int TYPED_LENGTH_MAX = 40;

    /** @throws InvalidValueException naming what is impossible: year, month, day, or the leap day of a common year */
    public JalaliDate {
        if (year < YEAR_MIN || year > YEAR_MAX) {
            throw new InvalidValueException("error.jalali-date.year", YEAR_MIN, YEAR_MAX);
        }
        if (month < 1 || month > 12) {
            throw new InvalidValueException("error.jalali-date.month");
        }
        int days = lengthOfMonth(year, month);
        if (month == 12 && day == 30 && days == 29) {
            throw new InvalidValueException("error.jalali-date.leap-day", year);
        }
        if (day < 1 || day > days) {
            throw new InvalidValueException("error.jalali-date.day", days);
        }
    }

    /**
     * The Jalali name of a Gregorian day.
     *
     * @throws InvalidValueException {@code error.jalali-date.year} outside the known years
     */
    public static JalaliDate of(LocalDate gregorian) {
        long days = gregorian.toEpochDay() - EPOCH_DAY_OFFSET;
        if (days < daysBeforeYear(YEAR_MIN) || days >= daysBeforeYear(YEAR_MAX + 1)) {
            throw new InvalidValueException("error.jalali-date.year", YEAR_MIN, YEAR_MAX);
        }
        int year = (int) (days / 365) + 1;
        while (daysBeforeYear(year) > days) {
            year--; // the guess counts every year as 365 days, so it may be late, never early
        }
        int dayOfYear = (int) (days - daysBeforeYear(year));
        int month = dayOfYear < 186 ? dayOfYear / 31 + 1 : (dayOfYear - 186) / 30 + 7;
        return new JalaliDate(year, month, dayOfYear - daysBeforeMonth(month) + 1);
    }

    /** The day it is in {@code zone} at {@code instant}. */
    public static JalaliDate of(Instant instant, ZoneId zone) {
        return of(LocalDate.ofInstant(instant, zone));
    }

    /**
     * Reads a date as typed: {@code 1403/12/30}, {@code 30-12-1403}, {@code 14031230}, with Persian, Arabic or Latin
     * digits. The year always has four digits, so both orders are clear.
     *
     * @throws InvalidValueException {@code error.jalali-date.format}, or what the constructor finds
     */
    public static JalaliDate parse(String typed) {
        if (typed.length() > TYPED_LENGTH_MAX) {
            throw new InvalidValueException("error.jalali-date.format");
        }
        String text = INVISIBLE
                .matcher(Digits.toLatin(typed).replace('\u00A0', ' '))
                .replaceAll("")
                .strip();
        for (Pattern pattern : new Pattern[] {YEAR_FIRST, COMPACT, YEAR_LAST}) {
            Matcher found = pattern.matcher(text);
            if (found.matches()) {
                int first = Integer.parseInt(found.group(1));
                int month = Integer.parseInt(found.group(2));
                int last = Integer.parseInt(found.group(3));
                return pattern == YEAR_LAST ? new JalaliDate(last, month, first) : new JalaliDate(first, month, last);
            }
        }
        throw new InvalidValueException("error.jalali-date.format");
    }

    /** Date and minute in {@code zone}: {@code 1403/12/30 14:05}, in Latin digits; views choose the digits. */
    public static String format(Instant instant, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        return String.format(Locale.ROOT, "%s %02d:%02d", of(local.toLocalDate()), local.getHour(), local.getMinute());
    }

    /** Whether Esfand of {@code year} has 30 days. */
    public static boolean isLeapYear(int year) {
        return (25 * year + 11) % 33 < 8;
    }

    /** Days in a month: 31 in the first six, 30 in the next five, 29 or 30 in Esfand. */
    public static int lengthOfMonth(int year, int month) {
        if (month <= 6) {
            return 31;
        }
        return month < 12 || isLeapYear(year) ? 30 : 29;
    }

    /** The same day in Gregorian terms. */
    public LocalDate toLocalDate() {
        return LocalDate.ofEpochDay(EPOCH_DAY_OFFSET + daysBeforeYear(year) + daysBeforeMonth(month) + day - 1);
    }

    /** The day {@code days} later, or earlier when negative. */
    public JalaliDate plusDays(long days) {
        return of(toLocalDate().plusDays(days));
    }

    /** The same day {@code months} later, or the last day of that month where it is shorter. */
    public JalaliDate plusMonths(long months) {
        long monthsSinceZero = year * 12L + (month - 1) + months;
        long targetYear = Math.floorDiv(monthsSinceZero, 12L);
        if (targetYear < YEAR_MIN || targetYear > YEAR_MAX) {
            throw new InvalidValueException("error.jalali-date.year", YEAR_MIN, YEAR_MAX);
        }
        int targetMonth = Math.floorMod(monthsSinceZero, 12) + 1;
        return new JalaliDate(
                (int) targetYear, targetMonth, Math.min(day, lengthOfMonth((int) targetYear, targetMonth)));
    }

    /** The last day of this month; a card is good until the end of it. */
    public JalaliDate lastDayOfMonth() {
        return new JalaliDate(year, month, lengthOfMonth(year, month));
    }

    @Override
    public int compareTo(JalaliDate other) {
        return BY_TIME.compare(this, other);
    }

    /** For example {@code 1403/12/30}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%04d/%02d/%02d", year, month, day);
    }

    private static long daysBeforeYear(int year) {
        return 365L * (year - 1) + (8L * year + 21) / 33;
    }

    private static int daysBeforeMonth(int month) {
        return month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
    }
}
