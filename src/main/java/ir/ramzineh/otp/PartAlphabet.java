package ir.ramzineh.otp;

/**
 * The signs of a typed key part and its check signs. The part's number is checked with it, so that part 1 typed into
 * the field of part 2 is noticed.
 */
public enum PartAlphabet {
    /** Digits with one check digit (Damm): every wrong digit and every adjacent swap is found. */
    DIGITS(1, "0123456789", 1) {
        @Override
        String checkOf(int number, String content) {
            int interim = number;
            for (int i = 0; i < content.length(); i++) {
                interim = DAMM[interim].charAt(content.charAt(i) - '0') - '0';
            }
            return Integer.toString(interim);
        }
    },
    /**
     * Digits and capital letters without I, L, O and U (Crockford's 32), with two check signs (CRC-10): every wrong
     * sign, every swap of two signs anywhere and every slip within two neighbours is found, and 1023 of 1024 others.
     */
    LETTERS(2, "0123456789ABCDEFGHJKMNPQRSTVWXYZ", 2) {
        @Override
        String checkOf(int number, String content) {
            int register = shift(0, number);
            for (int i = 0; i < content.length(); i++) {
                register = shift(register, symbols().indexOf(content.charAt(i)));
            }
            return "" + symbols().charAt(register >> BITS) + symbols().charAt(register & 0x1f);
        }

        private int shift(int register, int symbol) {
            int result = register ^ (symbol << BITS);
            for (int bit = 0; bit < BITS; bit++) {
                result = (result & 0x200) == 0 ? result << 1 : ((result << 1) & 0x3ff) ^ CRC_POLYNOMIAL;
            }
            return result;
        }
    };

    /** A totally anti-symmetric quasigroup of order 10 (H. M. Damm, 2004); row: so far, column: next digit. */
    private static final String[] DAMM = {
        "0317598642",
        "7092154863",
        "4206871359",
        "1750983426",
        "6123045978",
        "3674209581",
        "5869720134",
        "8945362017",
        "9438617205",
        "2581436790"
    };

    private static final int BITS = 5;

    /** x^10 + x^3 + 1, which is primitive: its period of 1023 bits is longer than any part. */
    private static final int CRC_POLYNOMIAL = 0b1001;

    private final int wireCode;
    private final String symbols;
    private final int checkLength;

    PartAlphabet(int wireCode, String symbols, int checkLength) {
        this.wireCode = wireCode;
        this.symbols = symbols;
        this.checkLength = checkLength;
    }

    /** The check signs for {@code content} as part {@code number}. */
    abstract String checkOf(int number, String content);

    String symbols() {
        return symbols;
    }

    int checkLength() {
        return checkLength;
    }

    /** How the alphabet stands in an activation link: 1, 2. */
    int wireCode() {
        return wireCode;
    }

    static PartAlphabet ofWireCode(int code) {
        for (PartAlphabet alphabet : values()) {
            if (alphabet.wireCode == code) {
                return alphabet;
            }
        }
        throw new IllegalArgumentException("unknown alphabet");
    }

    /** What a typed sign stands for: capitals, and the digit that I, L and O are mistaken for. */
    char canonical(char typed) {
        if (this == DIGITS) {
            return typed;
        }
        return switch (typed) {
            case 'i', 'I', 'l', 'L' -> '1';
            case 'o', 'O' -> '0';
            default -> typed >= 'a' && typed <= 'z' ? (char) (typed - 'a' + 'A') : typed;
        };
    }
}
