package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.media.Schema;
import ir.ramzineh.kernel.PasswordKind;

/**
 * The body of a claim with a card number and the activation code.
 *
 * @param card as typed
 * @param password which of the two passwords the code was fetched for
 * @param code from the SMS, as typed
 * @param publicKey as in {@link PhoneClaim}
 * @param deviceName how the phone calls itself
 */
public record PhoneCardClaim(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 32, example = "6221060000001556")
        String card,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) PasswordKind password,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 32)
        String code,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 87, maxLength = 87)
        String publicKey,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
        String deviceName) {
    /** Without what was typed. */
    @Override
    public String toString() {
        return "PhoneCardClaim[]";
    }
}
