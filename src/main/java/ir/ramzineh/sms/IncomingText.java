package ir.ramzineh.sms;

import ir.ramzineh.kernel.MobileNumber;
import java.time.Instant;

/**
 * A message from an Iranian mobile phone that was not dealt with before.
 *
 * @param from whose phone it is
 * @param to the short number in digits, without country code: {@code 30003303}
 * @param text as written; it may hold anything, a card number too, and must not be stored or logged
 * @param at when it arrived
 */
public record IncomingText(MobileNumber from, String to, String text, Instant at) {
    /** Without the text. */
    @Override
    public String toString() {
        return "IncomingText[from=" + from + ", to=" + to + "]";
    }
}
