package ir.ramzineh.otp;

/** The hash under the HMAC of a one-time code (RFC 6238, section 1.2). */
public enum HashAlgorithm {
    /** What every authenticator understands. As an HMAC it is still sound. */
    SHA1(1, "HmacSHA1", 20),
    /** What our own app uses. */
    SHA256(2, "HmacSHA256", 32),
    /** The longest of the three. */
    SHA512(3, "HmacSHA512", 64);

    private final int wireCode;
    private final String macName;
    private final int keyBytes;

    HashAlgorithm(int wireCode, String macName, int keyBytes) {
        this.wireCode = wireCode;
        this.macName = macName;
        this.keyBytes = keyBytes;
    }

    /** Length of the hash in bytes, which is also the right length of a key for it (RFC 4226, section 4, R6). */
    public int keyBytes() {
        return keyBytes;
    }

    String macName() {
        return macName;
    }

    /** How the algorithm stands in activation payloads: 1, 2, 3. */
    int wireCode() {
        return wireCode;
    }

    static HashAlgorithm ofWireCode(int code) {
        for (HashAlgorithm algorithm : values()) {
            if (algorithm.wireCode == code) {
                return algorithm;
            }
        }
        throw new IllegalArgumentException("unknown hash algorithm");
    }
}
