package ir.ramzineh.channelapi;

/**
 * The answer to an objection.
 *
 * @param kept whether there was a wish for a new phone, void from now on
 */
public record PhoneKept(boolean kept) {}
