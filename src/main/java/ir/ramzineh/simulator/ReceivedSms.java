package ir.ramzineh.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message on a simulated phone.
 *
 * @param id of the portal's message
 * @param at when it arrived
 * @param sender what the phone shows as sender; null for the portal's own
 * @param text as the phone shows it
 */
public record ReceivedSms(long id, Instant at, @Nullable String sender, String text) {
    /** Without the text, which holds codes. */
    @Override
    public String toString() {
        return "ReceivedSms[id=" + id + ", at=" + at + "]";
    }
}
