package ir.ramzineh.sms;

import java.util.Optional;

/** Who understands messages from phones. */
public interface IncomingSmsHandler {
    /**
     * Finds out what a message means. Called outside any transaction, so others may be asked meanwhile; perhaps more than
     * once for one message, so nothing is changed here.
     *
     * @return what to do, run at most once and in the transaction in which the message is noted as dealt with; empty if it
     *     concerns somebody else
     */
    Optional<Runnable> understand(IncomingText message);

    /**
     * Whether a message must be heard although its phone has sent too many: a word that protects somebody must not be lost
     * because others, perhaps under a forged number, have used the limit up. Asked only then, in the transaction in which
     * the message is taken; who says yes writes down there that it was said, so that it is not said without end.
     */
    default boolean passesLimit(IncomingText message) {
        return false;
    }
}
