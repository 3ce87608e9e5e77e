package ir.ramzineh.sms;

import ir.ramzineh.kernel.CardId;
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
 * @param sender what the phone shows as sender, from the issuer's profile (S6.4); null for the provider's own
 * @param card the card it is about, in whose timeline it stands, if any
 */
public record SmsRequest(
        MobileNumber to,
        String template,
        Map<String, String> values,
        Locale locale,
        Instant notAfter,
        String purpose,
        @Nullable CustomerId customer,
        @Nullable String sender,
        @Nullable CardId card) {
    private static final int SENDER_LENGTH_MAX = 20;
    private static final int PURPOSE_LENGTH_MAX = 40;

    public SmsRequest {
        values = Map.copyOf(values);
        if (purpose.isEmpty() || purpose.length() > PURPOSE_LENGTH_MAX) {
            throw new IllegalArgumentException("A purpose has 1 to " + PURPOSE_LENGTH_MAX + " characters");
        }
        if (sender != null && (sender.isEmpty() || sender.length() > SENDER_LENGTH_MAX)) {
            throw new IllegalArgumentException("A sender has 1 to " + SENDER_LENGTH_MAX + " characters");
        }
    }

    /** A message that concerns no particular issuer. */
    public SmsRequest(
            MobileNumber to,
            String template,
            Map<String, String> values,
            Locale locale,
            Instant notAfter,
            String purpose,
            @Nullable CustomerId customer) {
        this(to, template, values, locale, notAfter, purpose, customer, null, null);
    }

    /** About no card in particular. */
    public SmsRequest(
            MobileNumber to,
            String template,
            Map<String, String> values,
            Locale locale,
            Instant notAfter,
            String purpose,
            @Nullable CustomerId customer,
            @Nullable String sender) {
        this(to, template, values, locale, notAfter, purpose, customer, sender, null);
    }

    /** The same message, sent in the name of an issuer. */
    public SmsRequest from(@Nullable String issuerSender) {
        return new SmsRequest(to, template, values, locale, notAfter, purpose, customer, issuerSender, card);
    }

    /** The same message, in the timeline of a card. */
    public SmsRequest about(CardId subject) {
        return new SmsRequest(to, template, values, locale, notAfter, purpose, customer, sender, subject);
    }

    /** Without the values: they hold codes. */
    @Override
    public String toString() {
        return "SmsRequest[to=" + to + ", template=" + template + ", purpose=" + purpose + "]";
    }
}
