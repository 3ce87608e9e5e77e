package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.media.Schema;
import ir.ramzineh.kernel.TransactionType;
import org.jspecify.annotations.Nullable;

/**
 * The body of a verification as channels send it.
 *
 * @param requestId the channel's own name for this question
 * @param card all digits of the card number; with {@code FIRST} and {@code SECOND} only
 * @param password which password the code was typed for
 * @param account whose account password it is; with {@code ACCOUNT} and {@code GATEWAY} exactly one of this and the two below
 * @param userName of the portal
 * @param nationalId of somebody who has signed up
 * @param code as typed by the customer, a string: a number would lose leading zeros
 */
public record VerificationQuestion(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 64, example = "8f0c2f6e-1")
        String requestId,

        @Schema(minLength = 16, maxLength = 32, example = "6037990000000006") @Nullable
        String card,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) AskedPassword password,
        @Nullable Account account,

        @Schema(minLength = 1, maxLength = 64, example = "Mina.Ahmadi") @Nullable
        String userName,

        @Schema(minLength = 10, maxLength = 10, example = "0012345679") @Nullable
        String nationalId,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 32, example = "0712345")
        String code,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Transaction transaction) {

    /**
     * An account.
     *
     * @param bank key of the issuer profile of the bank that keeps it
     */
    @Schema(name = "VerifiedAccount")
    public record Account(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 30, example = "maskan")
            String bank,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 5, maxLength = 20, example = "0123456789")
            String number) {
        /** Without the number. */
        @Override
        public String toString() {
            return "Account[" + bank + "]";
        }
    }

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
