package ir.ramzineh.otp;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * OCRA, a code that answers a question (RFC 6287): bound to an amount, a payee, a life class, a PIN or a time, as the
 * suite says. Not here: responses without truncation (0 digits), which no customer can type.
 */
public final class Ocra {
    private static final Pattern DECIMAL = Pattern.compile("[0-9]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9A-Fa-f]+");
    private static final Pattern ALPHANUMERIC = Pattern.compile("[0-9A-Za-z]+");
    private static final int QUESTION_BYTES = 128;

    private Ocra() {}

    /**
     * The response (RFC 6287, section 5.2): HMAC over the suite's name, a zero byte, and the inputs the suite names, in
     * the order counter, question, password, session, time.
     *
     * @throws IllegalArgumentException if an input the suite names is missing or malformed, or one it does not name is
     *     given
     */
    public static String code(OcraSuite suite, OtpKey key, OcraInput input) {
        ByteArrayOutputStream message = new ByteArrayOutputStream(256);
        message.writeBytes(suite.name().getBytes(StandardCharsets.US_ASCII));
        message.write(0);
        message.writeBytes(number(suite.counter(), input.counter()));
        message.writeBytes(question(suite, input.question()));
        HashAlgorithm hash = suite.password();
        message.writeBytes(
                hash == null ? absent(input.passwordHash()) : exactly(hash.keyBytes(), input.passwordHash()));
        message.writeBytes(
                suite.sessionBytes() == 0 ? absent(input.session()) : filled(suite.sessionBytes(), input.session()));
        message.writeBytes(number(suite.timeStepSeconds() > 0, input.timeStep()));
        return Hotp.truncate(Hotp.hmac(key, suite.algorithm(), message.toByteArray()), suite.digits());
    }

    private static byte[] number(boolean wanted, @Nullable Long value) {
        if (wanted != (value != null)) {
            throw new IllegalArgumentException("the suite and the input disagree about the counter or the time");
        }
        return value == null
                ? new byte[0]
                : ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private static byte[] absent(byte @Nullable [] bytes) {
        if (bytes != null) {
            throw new IllegalArgumentException("the suite has no place for the password or the session");
        }
        return new byte[0];
    }

    private static byte[] exactly(int length, byte @Nullable [] bytes) {
        if (bytes == null || bytes.length != length) {
            throw new IllegalArgumentException("the suite wants a password hashed its way");
        }
        return bytes;
    }

    private static byte[] filled(int length, byte @Nullable [] bytes) {
        if (bytes == null || bytes.length > length) {
            throw new IllegalArgumentException("the suite wants session information of its length");
        }
        byte[] filled = new byte[length];
        System.arraycopy(bytes, 0, filled, length - bytes.length, bytes.length);
        return filled;
    }

    /** The question in 128 bytes, zeros behind it; numbers and hexadecimal are set digit by digit (section 5.1). */
    private static byte[] question(OcraSuite suite, String question) {
        if (question.length() < 4 || question.length() > 2 * suite.questionLength()) {
            throw new IllegalArgumentException("a question has at least 4 signs and at most those of the suite, twice");
        }
        String hex = switch (suite.questionFormat()) {
            case ALPHANUMERIC -> HexFormat.of().formatHex(ascii(question));
            case NUMERIC -> new BigInteger(matching(question, DECIMAL)).toString(16);
            case HEXADECIMAL -> matching(question, HEXADECIMAL);
        };
        return HexFormat.of().parseHex(hex + "0".repeat(2 * QUESTION_BYTES - hex.length()));
    }

    private static byte[] ascii(String question) {
        return matching(question, ALPHANUMERIC).getBytes(StandardCharsets.US_ASCII);
    }

    private static String matching(String question, Pattern form) {
        if (!form.matcher(question).matches()) {
            throw new IllegalArgumentException("the question has signs that its suite does not know");
        }
        return question;
    }
}
