package ir.ramzineh.gatewaytoken;

import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.verification.VerificationRequest;

/**
 * A channel's question: is this code good as account or gateway password of this customer?
 *
 * @param requestId the channel's own name for the question; asking again with the same id gives the same answer
 * @param code as typed, at most 32 characters
 */
public record GatewayQuestion(
        String requestId, GatewaySubject subject, LinkScope scope, String code, Transaction transaction) {
    /** @throws InvalidValueException {@code error.verification.request-id} or {@code error.verification.code} */
    public GatewayQuestion {
        boolean printable = requestId.chars().allMatch(c -> c > ' ' && c < 127);
        if (requestId.isEmpty() || requestId.length() > VerificationRequest.REQUEST_ID_LENGTH_MAX || !printable) {
            throw new InvalidValueException("error.verification.request-id", VerificationRequest.REQUEST_ID_LENGTH_MAX);
        }
        if (code.length() > VerificationRequest.CODE_LENGTH_MAX) {
            throw new InvalidValueException("error.verification.code", VerificationRequest.CODE_LENGTH_MAX);
        }
    }

    /** Without the code and whose it is. */
    @Override
    public String toString() {
        return "GatewayQuestion[" + requestId + ", " + scope + "]";
    }
}
