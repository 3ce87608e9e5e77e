package ir.ramzineh.sms;

import ir.ramzineh.kernel.MobileNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way to the provider.
 *
 * @param id the same for every retry: SMPP adapters carry it as user message reference, HTTP adapters as idempotency key
 * @param sender what the phone shows as sender, {@code Bank Mellat}; null when it concerns no particular issuer, then the
 *     provider's own stands there (S6.4)
 * @param text UTF-16 text; {@link #segments()} tells what it costs
 * @param notAfter the provider must not deliver later; adapters hand it on as validity period
 */
public record OutgoingSms(
        SmsId id, MobileNumber to, @Nullable String sender, String text, Instant notAfter) {
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
