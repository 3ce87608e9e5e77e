package ir.ramzineh.otp;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** A key part that travels in a QR code: bytes, nothing to mistype. Never prints. */
public final class ScannedPart implements KeyPart {
    public static final int BYTES_MIN = 16;
    public static final int BYTES_MAX = 64;
    private static final int FRESH_BYTES = 32;

    private final int number;
    private final byte[] bytes;

    /**
     * Wraps a copy.
     *
     * @throws IllegalArgumentException for a number outside 1 to 4 or a length outside 16 to 64 bytes
     */
    public ScannedPart(int number, byte[] bytes) {
        PartFormat.checkNumber(number);
        if (bytes.length < BYTES_MIN || bytes.length > BYTES_MAX) {
            throw new IllegalArgumentException("a scanned part has " + BYTES_MIN + " to " + BYTES_MAX + " bytes");
        }
        this.number = number;
        this.bytes = bytes.clone();
    }

    /** Draws 32 fresh bytes from a cryptographically strong source. */
    public static ScannedPart random(int number, RandomGenerator random) {
        byte[] bytes = new byte[FRESH_BYTES];
        random.nextBytes(bytes);
        return new ScannedPart(number, bytes);
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public byte[] material() {
        return bytes.clone();
    }

    /** Compares in constant time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ScannedPart part && number == part.number && MessageDigest.isEqual(bytes, part.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "ScannedPart[" + number + "]";
    }
}
