package ir.ramzineh.webhook;

import java.util.Locale;

/** How the telling of one event to one receiver stands. */
public enum DeliveryState {
    /** To be tried, for the first time or again. */
    WAITING,
    /** The receiver answered with 2xx. */
    DELIVERED,
    /** All tries failed; only somebody of staff sends it again. */
    PARKED;

    /** The text that names it. */
    public String key() {
        return "webhook.delivery." + name().toLowerCase(Locale.ROOT);
    }
}
