package ir.ramzineh.channelapi;

/** What a channel client may ask. A client has only what it was registered for. */
public enum ChannelScope {
    /** Whether a code is good. */
    VERIFICATION,
    /** Whether a static password still counts for a card. */
    PASSWORD_POLICY,
    /** Whether the static second password may still pay a small amount. */
    SMALL_AMOUNT,
    /** Codes for single payments, sent to the customer (Harim). */
    PAYMENT_CODE,
    /** What ATMs and kiosks offer for a card whose first password the switch has checked. */
    TERMINAL,
    /** Dialogues on the screens of telephones. */
    USSD;

    /** The name the filter chain checks. */
    String authority() {
        return "CHANNEL_" + name();
    }
}
