package ir.ramzineh.kernel;

/**
 * The number of a branch of the bank, such as 1203.
 *
 * @param digits 1 to 6 Latin digits, as the bank writes them
 */
public record BranchCode(String digits) {
    private static final int LENGTH_MAX = 6;

    /** @throws InvalidValueException if it is not 1 to 6 Latin digits */
    public BranchCode {
        if (!Digits.areLatin(digits) || digits.length() > LENGTH_MAX) {
            throw new InvalidValueException("error.branch-code", LENGTH_MAX);
        }
    }

    /** Reads what a person typed, in any of the three kinds of digits. */
    public static BranchCode of(String typed) {
        return new BranchCode(Digits.typed(typed));
    }

    @Override
    public String toString() {
        return digits;
    }
}
