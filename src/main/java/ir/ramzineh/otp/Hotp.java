package ir.ramzineh.otp;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HOTP, the code for a counter (RFC 4226). */
public final class Hotp {
    /** Fewest digits of a code: what replaces a card PIN. */
    public static final int DIGITS_MIN = 4;

    /** Most digits of a code. The truncated value has 31 bits, so the first of ten digits is 0, 1 or 2. */
    public static final int DIGITS_MAX = 10;

    private static final long[] POWERS_OF_TEN = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000L
    };

    private Hotp() {}

    /**
     * The code for {@code counter}, with leading zeros (RFC 4226, section 5.3).
     *
     * @param counter all 64 bits count; it is never negative in practice
     * @param digits 4 to 10
     */
    public static String code(OtpKey key, long counter, HashAlgorithm algorithm, int digits) {
        checkDigits(digits);
        byte[] message = ByteBuffer.allocate(Long.BYTES).putLong(counter).array();
        return truncate(hmac(key, algorithm, message), digits);
    }

    static void checkDigits(int digits) {
        if (digits < DIGITS_MIN || digits > DIGITS_MAX) {
            throw new IllegalArgumentException("a code has " + DIGITS_MIN + " to " + DIGITS_MAX + " digits");
        }
    }

    static byte[] hmac(OtpKey key, HashAlgorithm algorithm, byte[] message) {
        try {
            Mac mac = Mac.getInstance(algorithm.macName());
            mac.init(new SecretKeySpec(key.bytes(), "RAW"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + algorithm.macName(), e);
        }
    }

    /** Dynamic truncation: the low four bits of the last byte say where the 31 bits are taken (section 5.3). */
    static String truncate(byte[] hmac, int digits) {
        int offset = hmac[hmac.length - 1] & 0x0f;
        int binary = ByteBuffer.wrap(hmac).getInt(offset) & 0x7fff_ffff;
        String code = Long.toString(binary % POWERS_OF_TEN[digits]);
        return "0".repeat(digits - code.length()) + code;
    }
}
