package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.media.Schema;
import ir.ramzineh.kernel.TransactionType;

/**
 * What a payment page asks; the body of {@code POST /api/v1/payment-codes}.
 *
 * @param requestId one press of the button; repeated, it sends nothing again
 * @param expiry Jalali, {@code YYYY/MM}, as typed on the page; may be left out
 * @param processType type of the transaction
 * @param amount rial, whole; 0 for an inquiry
 * @param merchantName the recipient as the customer shall read it; may be left out
 * @param requesterId who runs the payment page
 */
public record PaymentCodeQuestion(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 64, example = "psp-20261122-77")
        String requestId,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                minLength = 16,
                maxLength = 32,
                example = "6037990000000006")
        String card,

        @Schema(minLength = 7, maxLength = 7, example = "1408/03")
        String expiry,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) TransactionType processType,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "0", maximum = "1000000000000000")
        long amount,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 40, example = "000012345678901")
        String merchantId,

        @Schema(maxLength = 60, example = "فروشگاه نمونه") String merchantName,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 40, example = "12345678")
        String terminalId,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 40, example = "PSP-7")
        String requesterId) {

    /** Without the card. */
    @Override
    public String toString() {
        return "PaymentCodeQuestion[" + requestId + "]";
    }
}
