package ir.ramzineh.sms;

import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.MobileNumber;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message to be sent.
 *
 * @param to only Iranian mobile numbers exist as a type (security case 8)
 * @param template key in {@code sms/templates_fa.properties}
 * @param values every placeholder of the template and no other; line breaks and direction marks are taken out
 * @param locale Persian unless English
 * @param notAfter nothing is handed over from this moment on: the end of the code's life
 * @param purpose what it is for, such as {@code sign-in}; shown in the timeline, at most 40 characters
 * @param customer whose timeline it belongs to, if known
 */
public record SmsRequest(
        MobileNumber to,
        String template,
        Map<String, String> values,
        Locale locale,
        Instant notAfter,
        String purpose,
        @Nullable CustomerId customer) {
    private static final int PURPOSE_LENGTH_MAX = 40;

    public SmsRequest {
        values = Map.copyOf(values);
        if (purpose.isEmpty() || purpose.length() > PURPOSE_LENGTH_MAX) {
            throw new IllegalArgumentException("A purpose has 1 to " + PURPOSE_LENGTH_MAX + " characters");
        }
    }

    /** Without the values: they hold codes. */
    @Override
    public String toString() {
        return "SmsRequest[to=" + to + ", template=" + template + ", purpose=" + purpose + "]";
    }
}
