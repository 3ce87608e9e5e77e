package ir.ramzineh.gatewaytoken;

import ir.ramzineh.otp.PartAlphabet;
import ir.ramzineh.otp.PartFormat;
import ir.ramzineh.otp.PartReading;
import ir.ramzineh.otp.TypedPart;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Serial numbers and activation codes. Their check digits are those of parts 3 and 4, where a card's are parts 1 and 2: the
 * serial number of a card token in the page of an account token, or the other way round, is noticed by whoever reads it.
 */
final class Serials {
    static final PartFormat SERIAL = new PartFormat(3, PartAlphabet.DIGITS, 12);
    static final PartFormat CODE = new PartFormat(4, PartAlphabet.DIGITS, 8);

    private Serials() {}

    static TypedPart newSerial(RandomGenerator random) {
        return TypedPart.random(SERIAL, random);
    }

    static TypedPart newCode(RandomGenerator random) {
        return TypedPart.random(CODE, random);
    }

    /** A serial number as typed, in its one spelling; empty where a digit is wrong. */
    static Optional<String> read(String typed) {
        return read(typed, SERIAL);
    }

    /** An activation code as typed; as above. */
    static Optional<String> readCode(String typed) {
        return read(typed, CODE);
    }

    static String grouped(String serial) {
        return TypedPart.of(SERIAL, serial).grouped();
    }

    private static Optional<String> read(String typed, PartFormat format) {
        return TypedPart.read(typed, format, List.of(format)) instanceof PartReading.Good(TypedPart part)
                ? Optional.of(part.text())
                : Optional.empty();
    }
}
