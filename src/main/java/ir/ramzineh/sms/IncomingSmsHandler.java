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
}
