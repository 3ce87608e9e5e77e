package ir.ramzineh.sms;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way out for text messages. The message becomes a row in the transaction of the caller and leaves after the commit:
 * no message without its deed, no waiting for a provider inside a transaction.
 */
@Service
public class SmsOutbox {
    /**
     * Queues a message in the caller's transaction.
     *
     * @throws IllegalArgumentException if there is no such template or the values are not its placeholders
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public SmsId send(SmsRequest request) {
        throw new UnsupportedOperationException(request.toString());
    }
}
