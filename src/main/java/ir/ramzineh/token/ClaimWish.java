package ir.ramzineh.token;

import org.jspecify.annotations.Nullable;

/**
 * What a phone sends for its key.
 *
 * @param code as typed
 * @param publicKey a point of P-256, base64url
 * @param network keyed hash of where it came from, if the activation was named by something that strangers may know
 */
record ClaimWish(
        String code,
        String publicKey,
        @Nullable String deviceName,
        @Nullable String network) {
    /** Without the code. */
    @Override
    public String toString() {
        return "ClaimWish[]";
    }
}
