package ir.ramzineh.otp;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The shared secret of a token. A type of its own, so that every place that opens it can be found by looking for
 * {@link #bytes()}; it never prints.
 */
public final class OtpKey {
    /** Shortest secret accepted: what old {@code otpauth} links carry. Fresh keys are longer, see {@link #random}. */
    public static final int BYTES_MIN = 10;

    /** Longest secret accepted: the natural key length of HMAC-SHA-512. */
    public static final int BYTES_MAX = 64;

    private static final int FRESH_BYTES_MIN = 16; // RFC 4226, R6: at least 128 bits

    private final byte[] secret;

    /**
     * Wraps a copy of {@code secret}.
     *
     * @throws IllegalArgumentException if it is shorter than 10 or longer than 64 bytes
     */
    public OtpKey(byte[] secret) {
        if (secret.length < BYTES_MIN || secret.length > BYTES_MAX) {
            throw new IllegalArgumentException("a key has " + BYTES_MIN + " to " + BYTES_MAX + " bytes");
        }
        this.secret = secret.clone();
    }

    /**
     * Draws a fresh key.
     *
     * @param random a cryptographically strong source
     * @param length in bytes, 16 to 64
     */
    public static OtpKey random(RandomGenerator random, int length) {
        if (length < FRESH_BYTES_MIN || length > BYTES_MAX) {
            throw new IllegalArgumentException("a fresh key has " + FRESH_BYTES_MIN + " to " + BYTES_MAX + " bytes");
        }
        byte[] secret = new byte[length];
        random.nextBytes(secret);
        return new OtpKey(secret);
    }

    /** A copy of the secret: to seal it for storage, to hand it to a phone, or to compute a code. Never to print it. */
    public byte[] bytes() {
        return secret.clone();
    }

    /** Compares in constant time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof OtpKey key && MessageDigest.isEqual(secret, key.secret);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(secret);
    }

    @Override
    public String toString() {
        return "OtpKey[" + secret.length + " bytes]";
    }
}
