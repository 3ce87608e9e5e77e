package ir.ramzineh.otp;

/** Digits out of a keyed hash, taken as HOTP takes them (RFC 4226, section 5.3). */
public final class DerivedCode {
    private static final int MAC_BYTES_MIN = 20;

    private DerivedCode() {}

    /**
     * The code.
     *
     * @param mac keyed hash of what the code is for, at least 20 bytes
     * @param digits 4 to 10
     */
    public static String of(byte[] mac, int digits) {
        Hotp.checkDigits(digits);
        if (mac.length < MAC_BYTES_MIN) {
            throw new IllegalArgumentException("the hash is too short");
        }
        return Hotp.truncate(mac, digits);
    }
}
