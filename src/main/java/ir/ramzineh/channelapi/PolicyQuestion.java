package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.media.Schema;
import ir.ramzineh.kernel.PasswordKind;

/**
 * Which passwords count for a card. A body and no path: card numbers do not stand in URLs.
 *
 * @param card all digits of the card number
 */
public record PolicyQuestion(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                minLength = 16,
                maxLength = 32,
                example = "6037990000000006")
        String card,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) PasswordKind password) {
    /** Without the card. */
    @Override
    public String toString() {
        return "PolicyQuestion[" + password + "]";
    }
}
