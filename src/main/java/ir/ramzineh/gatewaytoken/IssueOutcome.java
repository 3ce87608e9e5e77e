package ir.ramzineh.gatewaytoken;

import java.time.Duration;
import java.time.Instant;

/** What came of giving a token to a customer, or of sending its activation code again. */
public sealed interface IssueOutcome {
    /**
     * Done; the activation code is on its way to the registered number (S10.5).
     *
     * @param serial in groups of four
     * @param codeExpiresAt until when the code counts
     */
    record Issued(GatewayTokenId token, String serial, Instant codeExpiresAt) implements IssueOutcome {
        /** Without the serial number. */
        @Override
        public String toString() {
            return "Issued[" + token + "]";
        }
    }

    /** Not possible; the key of the text that says why. */
    record Refused(String key) implements IssueOutcome {}

    /** Too many messages to this number or about this person lately. */
    record Wait(Duration time) implements IssueOutcome {}
}
