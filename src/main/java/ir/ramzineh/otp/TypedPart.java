package ir.ramzineh.otp;

import ir.ramzineh.kernel.Digits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A key part that people type or paste: from a receipt, a screen or an SMS. Its check signs cover its content and its
 * number, so that the app can say which part is mistyped and when two parts are swapped. Never prints.
 */
public final class TypedPart implements KeyPart {
    private static final int TYPED_LENGTH_MAX = 4 * PartFormat.LENGTH_MAX;
    private static final int GROUP = 4;

    private final PartFormat format;
    private final String text;

    private TypedPart(PartFormat format, String text) {
        this.format = format;
        this.text = text;
    }

    /** Draws a fresh part from a cryptographically strong source. */
    public static TypedPart random(PartFormat format, RandomGenerator random) {
        String symbols = format.alphabet().symbols();
        StringBuilder content = new StringBuilder(format.length());
        for (int i = 0; i < format.contentLength(); i++) {
            content.append(symbols.charAt(random.nextInt(symbols.length())));
        }
        return new TypedPart(format, content + format.alphabet().checkOf(format.number(), content.toString()));
    }

    /**
     * Opens the text of a part that this program has stored.
     *
     * @throws IllegalArgumentException if it is not a good part of that format
     */
    public static TypedPart of(PartFormat format, String text) {
        if (read(text, format, List.of(format)) instanceof PartReading.Good(TypedPart part)) {
            return part;
        }
        throw new IllegalArgumentException("not part " + format.number());
    }

    /**
     * Reads what a person typed or pasted for the part {@code expected}: small letters, groups, hyphens, Persian and
     * Arabic digits are fine, and I, L, O are taken for 1, 1, 0.
     *
     * @param all every typed part of this activation, to recognise a part in the wrong field
     */
    public static PartReading read(String typed, PartFormat expected, List<PartFormat> all) {
        if (typed.length() > TYPED_LENGTH_MAX) {
            return new PartReading.WrongLength(expected.number(), expected.length(), typed.length());
        }
        PartReading reading = readAs(expected, typed);
        if (reading instanceof PartReading.Good) {
            return reading;
        }
        for (PartFormat other : all) {
            if (other.number() != expected.number() && readAs(other, typed) instanceof PartReading.Good) {
                return new PartReading.OtherPart(expected.number(), other.number());
            }
        }
        return reading;
    }

    private static PartReading readAs(PartFormat format, String typed) {
        PartAlphabet alphabet = format.alphabet();
        String signs = Digits.typed(typed.replaceAll("\\s", ""));
        StringBuilder text = new StringBuilder(signs.length());
        for (int i = 0; i < signs.length(); i++) {
            char sign = alphabet.canonical(signs.charAt(i));
            if (alphabet.symbols().indexOf(sign) < 0) {
                return new PartReading.ForeignSign(format.number(), i + 1);
            }
            text.append(sign);
        }
        if (text.length() != format.length()) {
            return new PartReading.WrongLength(format.number(), format.length(), text.length());
        }
        String content = text.substring(0, format.contentLength());
        String check = text.substring(format.contentLength());
        return alphabet.checkOf(format.number(), content).equals(check)
                ? new PartReading.Good(new TypedPart(format, text.toString()))
                : new PartReading.Mistyped(format.number());
    }

    @Override
    public int number() {
        return format.number();
    }

    /** Shape of the part. */
    public PartFormat format() {
        return format;
    }

    /** The part as printed or sent, check signs included. A secret. */
    public String text() {
        return text;
    }

    /** The text in groups of four, for receipts and screens. A secret. */
    public String grouped() {
        return text.replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
    }

    @Override
    public byte[] material() {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Compares in constant time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TypedPart part && format.equals(part.format) && CodeComparison.equal(text, part.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "TypedPart[" + format.number() + "]";
    }
}
