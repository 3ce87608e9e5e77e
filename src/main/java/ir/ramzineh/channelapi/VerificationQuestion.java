package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.media.Schema;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.TransactionType;

/**
 * The body of a verification as channels send it.
 *
 * @param requestId the channel's own name for this question
 * @param card all digits of the card number
 * @param password which of the two passwords the code was typed for
 * @param code as typed by the customer, a string: a number would lose leading zeros
 */
public record VerificationQuestion(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 64, example = "8f0c2f6e-1")
        String requestId,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                minLength = 16,
                maxLength = 32,
                example = "6037990000000006")
        String card,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) PasswordKind password,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 32, example = "0712345")
        String code,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Transaction transaction) {

    /**
     * What the code shall approve.
     *
     * @param amount rial, whole; 0 for an inquiry
     */
    public record Transaction(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            TransactionType type,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "0", maximum = "1000000000000000")
            long amount,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 40, example = "000012345678901")
            String merchantId,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 40, example = "12345678")
            String terminalId) {}

    /** Without card and code. */
    @Override
    public String toString() {
        return "VerificationQuestion[" + requestId + "]";
    }
}
