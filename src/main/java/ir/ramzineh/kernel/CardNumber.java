package ir.ramzineh.kernel;

/**
 * The number on a card (PAN): 16 to 19 digits with a Luhn check digit (ISO/IEC 7812-1), not one digit throughout.
 * Whether the card belongs to a known bank is the issuer profiles' question. Prints masked: BIN and last four are the
 * most that PCI DSS 4 (3.4.1) allows to be shown.
 *
 * @param digits 16 to 19 Latin digits
 */
public record CardNumber(String digits) {
    private static final int LENGTH_MIN = 16;
    private static final int LENGTH_MAX = 19;
    private static final int BIN_SHOWN = 6;
    private static final int LAST_SHOWN = 4;

    /** @throws InvalidValueException naming the broken rule: digits, length, one repeated digit, check digit */
    public CardNumber {
        if (!digits.isEmpty() && !Digits.areLatin(digits)) {
            throw new InvalidValueException("error.card-number.digits");
        }
        if (digits.length() < LENGTH_MIN || digits.length() > LENGTH_MAX) {
            throw new InvalidValueException("error.card-number.length", LENGTH_MIN, LENGTH_MAX);
        }
        if (digits.chars().distinct().count() == 1) {
            throw new InvalidValueException("error.card-number.repeated");
        }
        if (luhnSum(digits) % 10 != 0) {
            throw new InvalidValueException("error.card-number.check-digit");
        }
    }

    /** Reads what a person typed or pasted, in groups of four or not; see {@link Digits#typed}. */
    public static CardNumber of(String typed) {
        return new CardNumber(Digits.typed(typed));
    }

    /** The last four digits, by which customers tell their cards apart (S6.3). */
    public String lastFour() {
        return digits.substring(digits.length() - LAST_SHOWN);
    }

    /** Whether the number begins with {@code bin}, an issuer's prefix of 6 or 8 digits. */
    public boolean startsWith(String bin) {
        return digits.startsWith(bin);
    }

    /** BIN and last four, stars between: {@code 603770******5443}. */
    public String masked() {
        return digits.substring(0, BIN_SHOWN) + "*".repeat(digits.length() - BIN_SHOWN - LAST_SHOWN) + lastFour();
    }

    /** Masked, so that it may stand in a log. */
    @Override
    public String toString() {
        return masked();
    }

    private static int luhnSum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum;
    }
}
