package ir.ramzineh.sms;

/** How far a message has come. */
public enum SmsState {
    /** Waiting for its first try or for a retry. */
    QUEUED,
    /** The provider took it. */
    HANDED_OVER,
    /** The phone has it. */
    DELIVERED,
    /** The provider or the network refused it, or its fate is unknown after the one repeat it may have. */
    FAILED,
    /** Its time ended before it could be handed over; it was not sent. */
    EXPIRED
}
