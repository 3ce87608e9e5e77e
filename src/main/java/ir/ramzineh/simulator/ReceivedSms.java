package ir.ramzineh.simulator;

import java.time.Instant;

/**
 * A message on a simulated phone.
 *
 * @param id of the portal's message
 * @param at when it arrived
 * @param text as the phone shows it
 */
public record ReceivedSms(long id, Instant at, String text) {
    /** Without the text, which holds codes. */
    @Override
    public String toString() {
        return "ReceivedSms[id=" + id + ", at=" + at + "]";
    }
}
