package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The bodies that ATMs send: docs/protocol/terminal.md. Which fields a path takes stands there; others are refused.
 *
 * @param requestId the ATM's own name for this wish
 * @param terminalId the machine
 * @param card all digits of the card number
 * @param entry id of the menu entry
 * @param language of the answer
 * @param mobile the registered number as the customer typed it
 * @param mobileConfirmed the customer said that the number shown is right
 * @param pin the personal PIN, as chosen
 * @param code the first code that the app shows, a string
 */
public record TerminalQuestion(
        @Schema(maxLength = 64, example = "atm-0417-000231") @Nullable
        String requestId,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 40, example = "ATM-0417")
        String terminalId,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                minLength = 16,
                maxLength = 32,
                example = "6037990000000006")
        String card,

        @Schema(maxLength = 20, example = "1-1-2") @Nullable String entry,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                allowableValues = {"fa", "en"})
        String language,

        @Schema(maxLength = 32, example = "09120001001") @Nullable
        String mobile,

        @Nullable Boolean mobileConfirmed,

        @Schema(maxLength = 16) @Nullable String pin,

        @Schema(maxLength = 32) @Nullable String code) {
    /** Without what was typed. */
    @Override
    public String toString() {
        return "TerminalQuestion[" + requestId + "]";
    }
}
