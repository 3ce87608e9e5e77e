package ir.ramzineh.sms;

/** Where the adapters of providers tell what became of a message. Late, repeated and unknown reports do no harm. */
public interface DeliveryReports {
    /** The phone has it. */
    void delivered(SmsId id);

    /**
     * The message will never arrive.
     *
     * @param reason the provider's code, at most 100 characters, without message data
     */
    void undeliverable(SmsId id, String reason);
}
