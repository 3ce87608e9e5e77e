package ir.ramzineh.kernel;

/**
 * An amount of money in Iranian rial, without fractions.
 *
 * @param amount 0 to 10<sup>15</sup> rial; the upper bound is far above any card transaction and keeps sums exact
 */
public record Rial(long amount) implements Comparable<Rial> {
    private static final long AMOUNT_MAX = 1_000_000_000_000_000L;

    public static final Rial ZERO = new Rial(0);

    /** @throws InvalidValueException if the amount is negative or above 10<sup>15</sup> */
    public Rial {
        if (amount < 0 || amount > AMOUNT_MAX) {
            throw new InvalidValueException("error.rial.range", 0L, AMOUNT_MAX);
        }
    }

    /**
     * Reads an amount as typed, with or without thousands separators (comma, Arabic comma, Arabic thousands
     * separator).
     */
    public static Rial of(String typed) {
        String digits = Digits.typed(typed).replaceAll("[,\u060C\u066C]", "");
        if (!Digits.areLatin(digits)) {
            throw new InvalidValueException("error.rial.digits");
        }
        if (digits.length() > 18) {
            throw new InvalidValueException("error.rial.range", 0L, AMOUNT_MAX);
        }
        return new Rial(Long.parseLong(digits));
    }

    /** The sum of both. */
    public Rial plus(Rial other) {
        return new Rial(amount + other.amount);
    }

    @Override
    public int compareTo(Rial other) {
        return Long.compare(amount, other.amount);
    }

    /** For example {@code 4330000 IRR}; amounts shown to customers are formatted by the views. */
    @Override
    public String toString() {
        return amount + " IRR";
    }
}
