package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The static second password was right; may it count?
 *
 * @param amount rial, whole
 */
public record AllowanceQuestion(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 64, example = "20261122-000018")
        String requestId,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                minLength = 16,
                maxLength = 32,
                example = "6037990000000006")
        String card,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "0", maximum = "1000000000000000")
        long amount) {

    /** Without the card. */
    @Override
    public String toString() {
        return "AllowanceQuestion[" + requestId + "]";
    }
}
