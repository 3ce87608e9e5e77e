package ir.ramzineh.sms;

import ir.ramzineh.kernel.MobileNumber;
import java.time.Instant;

/**
 * A message on its way to the provider.
 *
 * @param id the same for every retry: SMPP adapters carry it as user message reference, HTTP adapters as idempotency key
 * @param text UTF-16 text; {@link #segments()} tells what it costs
 * @param notAfter the provider must not deliver later; adapters hand it on as validity period
 */
public record OutgoingSms(SmsId id, MobileNumber to, String text, Instant notAfter) {
    /** How many messages the operator bills. */
    public int segments() {
        return Segments.of(text);
    }

    /** Without the text: it holds codes. */
    @Override
    public String toString() {
        return "OutgoingSms[id=" + id.value() + ", to=" + to + "]";
    }
}
