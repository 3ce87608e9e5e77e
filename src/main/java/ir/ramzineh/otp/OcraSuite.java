package ir.ramzineh.otp;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a response is made of (RFC 6287, section 6), for example {@code OCRA-1:HOTP-SHA256-8:QN08-T1M}.
 *
 * @param name the suite as written; it is part of what is hashed
 * @param algorithm hash of the HMAC
 * @param digits of the response, 4 to 10
 * @param counter whether a counter is hashed
 * @param questionFormat of the question
 * @param questionLength longest question in characters, 4 to 64; both questions of a mutual exchange fit one after the
 *     other
 * @param password hash of the PIN or password, null where none is asked for
 * @param sessionBytes length of the session information, 0 for none
 * @param timeStepSeconds length of a time step, 0 where time is not hashed
 */
public record OcraSuite(
        String name,
        HashAlgorithm algorithm,
        int digits,
        boolean counter,
        QuestionFormat questionFormat,
        int questionLength,
        @Nullable HashAlgorithm password,
        int sessionBytes,
        int timeStepSeconds) {

    private static final Pattern SUITE = Pattern.compile("OCRA-1:HOTP-(SHA1|SHA256|SHA512)-([0-9]{1,2})"
            + ":(C-)?Q([ANH])([0-9]{2})(?:-P(SHA1|SHA256|SHA512))?(?:-S([0-9]{3}))?(?:-T([0-9]{1,2})([SMH]))?");
    private static final int QUESTION_LENGTH_MIN = 4;
    private static final int QUESTION_LENGTH_MAX = 64;
    private static final int SESSION_BYTES_MAX = 512;

    /** What a question is written in. */
    public enum QuestionFormat {
        /** Letters and digits, taken as ASCII. */
        ALPHANUMERIC,
        /** Decimal digits, taken as one number. */
        NUMERIC,
        /** Hexadecimal digits. */
        HEXADECIMAL
    }

    /** Checks the limits of section 6. */
    public OcraSuite {
        Hotp.checkDigits(digits);
        if (questionLength < QUESTION_LENGTH_MIN || questionLength > QUESTION_LENGTH_MAX) {
            throw new IllegalArgumentException("a question has 4 to 64 characters");
        }
        if (sessionBytes > SESSION_BYTES_MAX) {
            throw new IllegalArgumentException("session information has at most 512 bytes");
        }
    }

    /**
     * Reads a suite.
     *
     * @throws IllegalArgumentException for anything but an OCRA-1 suite within the limits
     */
    public static OcraSuite parse(String name) {
        Matcher found = SUITE.matcher(name);
        if (!found.matches()) {
            throw new IllegalArgumentException("not an OCRA suite");
        }
        String password = found.group(6);
        String session = found.group(7);
        return new OcraSuite(
                name,
                HashAlgorithm.valueOf(found.group(1)),
                Integer.parseInt(found.group(2)),
                found.group(3) != null,
                switch (found.group(4)) {
                    case "A" -> QuestionFormat.ALPHANUMERIC;
                    case "N" -> QuestionFormat.NUMERIC;
                    default -> QuestionFormat.HEXADECIMAL;
                },
                Integer.parseInt(found.group(5)),
                password == null ? null : HashAlgorithm.valueOf(password),
                session == null ? 0 : Integer.parseInt(session),
                found.group(8) == null ? 0 : seconds(Integer.parseInt(found.group(8)), found.group(9)));
    }

    /**
     * The time step that {@code instant} falls into.
     *
     * @throws IllegalStateException if the suite does not hash time
     */
    public long step(Instant instant) {
        if (timeStepSeconds == 0) {
            throw new IllegalStateException("this suite has no time");
        }
        return Math.floorDiv(instant.getEpochSecond(), timeStepSeconds);
    }

    /** Section 6.3: 1 to 59 seconds or minutes, 1 to 48 hours. */
    private static int seconds(int amount, String unit) {
        boolean hours = unit.equals("H");
        if (amount < 1 || amount > (hours ? 48 : 59)) {
            throw new IllegalArgumentException("not an OCRA time step");
        }
        return amount * (hours ? 3600 : unit.equals("M") ? 60 : 1);
    }
}
