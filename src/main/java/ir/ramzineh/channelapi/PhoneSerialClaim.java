package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The body of a claim with the serial number of a receipt.
 *
 * @param serial as typed
 * @param code from the SMS, as typed
 * @param publicKey as in {@link PhoneClaim}
 * @param deviceName how the phone calls itself
 */
public record PhoneSerialClaim(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 40, example = "4829 1750 2268")
        String serial,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 32)
        String code,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 87, maxLength = 87)
        String publicKey,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
        String deviceName) {
    /** Without what was typed. */
    @Override
    public String toString() {
        return "PhoneSerialClaim[]";
    }
}
