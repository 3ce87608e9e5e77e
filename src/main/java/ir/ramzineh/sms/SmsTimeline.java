package ir.ramzineh.sms;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** "Where is my code?": what became of each message, without its text. */
public interface SmsTimeline {
    /** The newest messages of a customer, at most {@code limit} (1 to 200). */
    List<Entry> of(CustomerId customer, int limit);

    /** The newest messages about one card to one customer, at most {@code limit} (1 to 200). */
    List<Entry> of(CustomerId customer, CardId card, int limit);

    Optional<Entry> of(SmsId id);

    /** A message about this card to this customer; anybody else's is not found. */
    Optional<Entry> of(CustomerId customer, CardId card, SmsId id);

    /**
     * What became of one message.
     *
     * @param template which text it had, such as {@code gateway.code}
     * @param maskedNumber such as 0912****580
     * @param asked when the portal wanted it sent
     * @param handedOver when the provider took it
     * @param ended when it was delivered, failed or expired
     * @param provider name of the provider that has it, or had it last; for staff
     * @param failure word for what went wrong last, if anything did; for staff
     */
    record Entry(
            SmsId id,
            String purpose,
            String template,
            String maskedNumber,
            SmsState state,
            Instant asked,
            @Nullable Instant handedOver,
            @Nullable Instant ended,
            @Nullable String provider,
            @Nullable String failure) {
        /** The longest first of the words under which a text may say what kind of message this is, such as {@code number.changed} and {@code number}. */
        public List<String> kinds() {
            return kinds(template);
        }

        static List<String> kinds(String template) {
            int dot = template.indexOf('.');
            return dot < 0 ? List.of(template) : List.of(template, template.substring(0, dot));
        }
    }
}
