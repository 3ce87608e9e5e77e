package ir.ramzineh.sms;

/**
 * A company or a centre that carries messages to phones. At most one bean of this type exists; without one messages
 * wait and expire, and the health component {@code sms} is DOWN.
 */
public interface SmsProvider {
    /**
     * Hands one message over. Called outside any transaction and without a connection, by several threads at once; the
     * thread is interrupted when the time-out of the outbox has passed.
     */
    Submission submit(OutgoingSms message);

    /**
     * Whether the provider recognises a repeated {@link OutgoingSms#id} and sends only once. If not, a message whose
     * fate is unknown is repeated once at most (security case 16).
     */
    boolean recognisesRepeats();
}
