package ir.ramzineh.verification;

import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Transaction;

/**
 * A channel's question: is this code good for this card and this transaction?
 *
 * @param requestId the channel's own name for the question, 1 to 64 printable ASCII characters; asking again with the
 *     same id gives the same answer and evaluates nothing
 * @param code as typed, in any script, at most 32 characters; the verifier alone normalises it
 */
public record VerificationRequest(
        String requestId, CardNumber card, PasswordKind password, String code, Transaction transaction) {
    /** Longest request id, in characters. */
    public static final int REQUEST_ID_LENGTH_MAX = 64;

    /** Longest typed code, in characters; pages accept 4 to 12 digits (D11), spaces and marks may surround them. */
    public static final int CODE_LENGTH_MAX = 32;

    public VerificationRequest {
        boolean printable = requestId.chars().allMatch(c -> c > ' ' && c < 127);
        if (requestId.isEmpty() || requestId.length() > REQUEST_ID_LENGTH_MAX || !printable) {
            throw new InvalidValueException("error.verification.request-id", REQUEST_ID_LENGTH_MAX);
        }
        if (code.length() > CODE_LENGTH_MAX) {
            throw new InvalidValueException("error.verification.code", CODE_LENGTH_MAX);
        }
    }

    /** Without the code: it is a secret for as long as it lives. */
    @Override
    public String toString() {
        return "VerificationRequest[" + requestId + ", " + card + ", " + password + ", " + transaction + "]";
    }
}
