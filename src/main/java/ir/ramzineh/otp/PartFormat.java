package ir.ramzineh.otp;

/**
 * The shape of a key part that people type: which of the parts it is, its signs and its length. Issuer profiles choose
 * it: 8 digits on a receipt, 114 letters by SMS (S3.5, S3.6), 120 elsewhere (I13).
 *
 * @param number 1 to 4; the place of the part among all parts of an activation
 * @param length signs in all, check signs included: 6 to 160
 */
public record PartFormat(int number, PartAlphabet alphabet, int length) {
    public static final int NUMBER_MAX = 4;
    public static final int LENGTH_MIN = 6;
    public static final int LENGTH_MAX = 160;

    /** Checks both limits. */
    public PartFormat {
        checkNumber(number);
        if (length < LENGTH_MIN || length > LENGTH_MAX) {
            throw new IllegalArgumentException("a part has " + LENGTH_MIN + " to " + LENGTH_MAX + " signs");
        }
    }

    static void checkNumber(int number) {
        if (number < 1 || number > NUMBER_MAX) {
            throw new IllegalArgumentException("parts are numbered 1 to " + NUMBER_MAX);
        }
    }

    int contentLength() {
        return length - alphabet.checkLength();
    }
}
