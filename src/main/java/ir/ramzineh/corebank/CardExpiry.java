package ir.ramzineh.corebank;

import ir.ramzineh.kernel.Digits;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.JalaliDate;
import java.util.Locale;

/**
 * The Jalali month until whose last day a card is good.
 *
 * @param year 1390 to 1450
 * @param month 1 to 12
 */
public record CardExpiry(int year, int month) {
    private static final int YEAR_MIN = 1390;
    private static final int YEAR_MAX = 1450;

    /** @throws InvalidValueException {@code error.card-expiry} */
    public CardExpiry {
        if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12) {
            throw new InvalidValueException("error.card-expiry", YEAR_MIN, YEAR_MAX);
        }
    }

    /**
     * Reads what {@link #toString} writes, in digits of any script.
     *
     * @throws InvalidValueException {@code error.card-expiry}
     */
    public static CardExpiry parse(String text) {
        String latin = Digits.toLatin(text.strip());
        if (!latin.matches("1[34][0-9]{2}/[01][0-9]")) {
            throw new InvalidValueException("error.card-expiry", YEAR_MIN, YEAR_MAX);
        }
        return new CardExpiry(Integer.parseInt(latin.substring(0, 4)), Integer.parseInt(latin.substring(5)));
    }

    /** Whether the card is no longer good on {@code today}. */
    public boolean isPast(JalaliDate today) {
        return today.year() > year || (today.year() == year && today.month() > month);
    }

    /** For example {@code 1407/05}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%04d/%02d", year, month);
    }
}
