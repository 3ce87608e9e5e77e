package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The body of a claim as phones send it.
 *
 * @param code from the SMS, as typed
 * @param publicKey fresh P-256 public key, uncompressed point of 65 bytes, base64url without padding
 * @param deviceName how the phone calls itself
 */
public record PhoneClaim(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 32)
        String code,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 87, maxLength = 87)
        String publicKey,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
        String deviceName) {
    /** Without the code. */
    @Override
    public String toString() {
        return "PhoneClaim[]";
    }
}
