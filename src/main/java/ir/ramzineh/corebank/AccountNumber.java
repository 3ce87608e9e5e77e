package ir.ramzineh.corebank;

import ir.ramzineh.kernel.Digits;
import ir.ramzineh.kernel.InvalidValueException;

/**
 * The number of an account inside its bank. Prints masked.
 *
 * @param digits 5 to 20 Latin digits
 */
public record AccountNumber(String digits) {
    private static final int LENGTH_MIN = 5;
    private static final int LENGTH_MAX = 20;
    private static final int SHOWN = 3;

    /** @throws InvalidValueException {@code error.account-number} */
    public AccountNumber {
        if (!Digits.areLatin(digits) || digits.length() < LENGTH_MIN || digits.length() > LENGTH_MAX) {
            throw new InvalidValueException("error.account-number", LENGTH_MIN, LENGTH_MAX);
        }
    }

    /** Reads what a person typed; see {@link Digits#typed}. */
    public static AccountNumber of(String typed) {
        return new AccountNumber(Digits.typed(typed));
    }

    /** Stars and the last three digits. */
    public String masked() {
        return "*".repeat(digits.length() - SHOWN) + digits.substring(digits.length() - SHOWN);
    }

    @Override
    public String toString() {
        return masked();
    }
}
