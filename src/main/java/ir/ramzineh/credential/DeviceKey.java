package ir.ramzineh.credential;

/**
 * What makes a browser a known device: 256 random bits in URL-safe Base64, kept by the browser in a long-lived cookie.
 * The table holds only a keyed hash of it.
 */
public record DeviceKey(String reveal) {
    static final int BYTES = 32;

    @Override
    public String toString() {
        return "DeviceKey[***]";
    }
}
