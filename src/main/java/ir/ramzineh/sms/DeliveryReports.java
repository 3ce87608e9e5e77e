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

    /**
     * The same, by the reference the provider gave when it took the message.
     *
     * @param provider name of the provider
     * @return false if there is no such message yet: the report has overtaken the note of its submission and is to be
     *     repeated. A reference that stays unknown is put off once only.
     */
    boolean delivered(String provider, String reference);

    /**
     * As above.
     *
     * @param reason the provider's code, at most 100 characters, without message data
     */
    boolean undeliverable(String provider, String reference, String reason);
}
