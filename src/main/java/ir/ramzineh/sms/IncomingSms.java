package ir.ramzineh.sms;

import org.jspecify.annotations.Nullable;

/**
 * A message from a phone, as the provider handed it over; nothing in it is trusted.
 *
 * @param provider name of the provider
 * @param id the provider's own id of the message, at most 200 characters; null where it gives none
 * @param from the sender's address, any text
 * @param to the short number it was sent to
 * @param text what was written
 */
public record IncomingSms(String provider, @Nullable String id, String from, String to, String text) {
    private static final int ADDRESS_LENGTH_MAX = 40;
    private static final int ID_LENGTH_MAX = 200;
    private static final int TEXT_LENGTH_MAX = 2_000;

    /** What is too long is cut, for the sender must not be able to refuse the delivery. */
    public IncomingSms {
        id = id == null || id.isEmpty() ? null : cut(id, ID_LENGTH_MAX);
        from = cut(from, ADDRESS_LENGTH_MAX);
        to = cut(to, ADDRESS_LENGTH_MAX);
        text = cut(text, TEXT_LENGTH_MAX);
    }

    private static String cut(String text, int lengthMax) {
        return text.length() <= lengthMax ? text : text.substring(0, lengthMax);
    }

    /** Without number and text: the text may be a card number that a customer sent by mistake. */
    @Override
    public String toString() {
        return "IncomingSms[provider=" + provider + "]";
    }
}
