package ir.ramzineh.harim;

import ir.ramzineh.corebank.CardExpiry;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.PlainText;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.kernel.TransactionType;
import java.util.Optional;

/**
 * A payment page asks for a code.
 *
 * @param requestId the channel's own name for this press of the button, 1 to 64 printable ASCII characters; the same again
 *     sends nothing
 * @param expiry as the customer typed it; another one than the card's gets no code
 * @param merchantName what the customer shall read as recipient, at most 60 characters; may be empty
 * @param requesterId who runs the payment page, 1 to 40 printable ASCII characters
 */
public record PaymentCodeRequest(
        String requestId,
        CardNumber card,
        Optional<CardExpiry> expiry,
        Transaction payment,
        String merchantName,
        String requesterId) {
    /** Longest request id, in characters. */
    public static final int REQUEST_ID_LENGTH_MAX = 64;

    /** Longest name of a merchant, in characters. */
    public static final int MERCHANT_NAME_LENGTH_MAX = 60;

    /** Longest id of a requester, in characters. */
    public static final int REQUESTER_ID_LENGTH_MAX = 40;

    public PaymentCodeRequest {
        merchantName = PlainText.of(merchantName);
        requirePrintable(requestId, REQUEST_ID_LENGTH_MAX, "error.payment-code.request-id");
        requirePrintable(requesterId, REQUESTER_ID_LENGTH_MAX, "error.payment-code.requester-id");
        if (merchantName.length() > MERCHANT_NAME_LENGTH_MAX) {
            throw new InvalidValueException("error.payment-code.merchant-name", MERCHANT_NAME_LENGTH_MAX);
        }
        if (payment.type() == TransactionType.PASSWORD_CHANGE) {
            // Passwords are changed with the static one (S5.3).
            throw new InvalidValueException("error.payment-code.type");
        }
    }

    private static void requirePrintable(String id, int lengthMax, String error) {
        if (id.isEmpty() || id.length() > lengthMax || !id.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new InvalidValueException(error, lengthMax);
        }
    }
}
