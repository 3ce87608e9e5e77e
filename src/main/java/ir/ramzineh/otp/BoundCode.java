package ir.ramzineh.otp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Codes of an app that carry more than the time (RFC 6287): the life and the largest amount the customer chose for this
 * code (S5.6, S5.7), or the payment it is for. A change of any of it makes another code. docs/protocol/codes.md has worked
 * examples.
 */
public final class BoundCode {
    /** Unit of the cap in a question, in rial. */
    public static final long CAP_UNIT = 100_000;

    /** Largest cap, in rial. */
    public static final long CAP_MAX = 9_999 * CAP_UNIT;

    private static final int SECONDS_PER_STEP = 60;

    /** By name, of which there are two for each number of digits: a verifier computes dozens of codes for one question. */
    private static final ConcurrentMap<String, OcraSuite> SUITES = new ConcurrentHashMap<>();

    private BoundCode() {}

    /** The time step of these codes: whole minutes since 1970, whatever the period of the token. */
    public static long step(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), SECONDS_PER_STEP);
    }

    /**
     * The code with a life and a cap of the customer's own.
     *
     * @param digits 4 to 10
     * @param lifeSeconds 60 to 120 (D4)
     * @param capRial a multiple of {@value #CAP_UNIT} up to {@value #CAP_MAX}; 0 for none
     * @param step see {@link #step}
     */
    public static String limited(OtpKey key, int digits, int lifeSeconds, long capRial, long step) {
        if (capRial < 0 || capRial > CAP_MAX || capRial % CAP_UNIT != 0) {
            throw new IllegalArgumentException("a cap is a multiple of " + CAP_UNIT + " rial up to " + CAP_MAX);
        }
        String question = String.format(Locale.ROOT, "1%03d%04d", lifeSeconds, capRial / CAP_UNIT);
        return code("QN08", key, digits, question, step);
    }

    /**
     * The code for one payment.
     *
     * @param type of the transaction, as the card switch names it
     * @param amountRial whole rials
     */
    public static String payment(
            OtpKey key, int digits, String type, long amountRial, String merchantId, String terminalId, long step) {
        String content = String.join("\n", type, Long.toString(amountRial), merchantId, terminalId);
        return code("QH64", key, digits, sha256(content), step);
    }

    private static String code(String questions, OtpKey key, int digits, String question, long step) {
        OcraSuite suite =
                SUITES.computeIfAbsent("OCRA-1:HOTP-SHA256-" + digits + ":" + questions + "-T1M", OcraSuite::parse);
        return Ocra.code(suite, key, OcraInput.question(question).timeStep(step));
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
