package ir.ramzineh.kernel;

/**
 * An Iranian national ID (کد ملی): exactly ten digits, the last one a check digit modulo 11. Shorter forms that some
 * programs fill up with zeros are refused: a customer who leaves zeros out is told so (S1.2). Prints masked.
 *
 * @param digits ten Latin digits
 */
public record NationalId(String digits) {
    private static final int LENGTH = 10;

    /** @throws InvalidValueException naming the broken rule: digits, length, one repeated digit, check digit */
    public NationalId {
        if (!digits.isEmpty() && !Digits.areLatin(digits)) {
            throw new InvalidValueException("error.national-id.digits");
        }
        if (digits.length() != LENGTH) {
            throw new InvalidValueException("error.national-id.length", LENGTH);
        }
        if (digits.chars().distinct().count() == 1) {
            throw new InvalidValueException("error.national-id.repeated");
        }
        if (digits.charAt(LENGTH - 1) - '0' != checkDigit(digits)) {
            throw new InvalidValueException("error.national-id.check-digit");
        }
    }

    /** Reads what a person typed, in any of the three kinds of digits; see {@link Digits#typed}. */
    public static NationalId of(String typed) {
        return new NationalId(Digits.typed(typed));
    }

    /** The last three digits behind stars. */
    public String masked() {
        return "*".repeat(LENGTH - 3) + digits.substring(LENGTH - 3);
    }

    /** Masked, so that it may stand in a log. */
    @Override
    public String toString() {
        return masked();
    }

    /** The sum of the first nine digits weighted 10 to 2, modulo 11; from 2 on its complement to 11 is the digit. */
    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += (digits.charAt(i) - '0') * (LENGTH - i);
        }
        int remainder = sum % 11;
        return remainder < 2 ? remainder : 11 - remainder;
    }
}
