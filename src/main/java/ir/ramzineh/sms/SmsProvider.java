package ir.ramzineh.sms;

/**
 * A company or a centre that carries messages to phones. {@code ramzineh.sms.providers} names them in the order in which
 * they are asked; where it names none, the beans of this type serve. Without any, messages wait and expire, and the health
 * component {@code sms} is DOWN.
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

    /** Its name among the providers: in the settings, the health details, the metrics and beside each message. */
    default String name() {
        return "provider";
    }

    /** Whether it can take messages as far as it knows without asking: a kept connection stands. For health only. */
    default boolean ready() {
        return true;
    }

    /** Begins to receive and to keep connections; called once, when the portal is ready. */
    default void start() {}
}
