package ir.ramzineh.smallamount;

import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.Rial;

/**
 * The card switch found the static second password right and asks whether it may count for this payment.
 *
 * @param requestId the channel's own name for the question, 1 to 64 printable ASCII characters; the same again gets the
 *     same answer and uses nothing up
 */
public record AllowanceRequest(String requestId, CardNumber card, Rial amount) {
    /** Longest request id, in characters. */
    public static final int REQUEST_ID_LENGTH_MAX = 64;

    public AllowanceRequest {
        boolean printable = requestId.chars().allMatch(c -> c > ' ' && c < 127);
        if (requestId.isEmpty() || requestId.length() > REQUEST_ID_LENGTH_MAX || !printable) {
            throw new InvalidValueException("error.verification.request-id", REQUEST_ID_LENGTH_MAX);
        }
    }
}
