package ir.ramzineh.sms;

import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The way out for text messages. The message becomes a row in the transaction of the caller and leaves after the commit:
 * no message without its deed, no waiting for a provider inside a transaction.
 */
@Service
public class SmsOutbox {
    /** The value of a template that nobody else may read. */
    private static final String CODE = "code";

    private static final String HELD = "number-too-new";

    private final SmsMessages messages;
    private final SmsTemplates templates;
    private final SmsDelivery delivery;
    private final SmsLimits limits;
    private final ObjectProvider<CodeHold> holds;
    private final Clock clock;

    SmsOutbox(
            SmsMessages messages,
            SmsTemplates templates,
            SmsDelivery delivery,
            SmsLimits limits,
            ObjectProvider<CodeHold> holds,
            Clock clock) {
        this.messages = messages;
        this.templates = templates;
        this.delivery = delivery;
        this.limits = limits;
        this.holds = holds;
        this.clock = clock;
    }

    /**
     * Queues news about the customer's account in the caller's transaction, unless the number has had enough news of
     * this purpose lately (security case 8, I4). There is no wait between two: the second may be the one that matters.
     *
     * @return {@code false} when nothing will be sent; then the news must stand in the portal's inbox
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean tell(SmsRequest request) {
        boolean allowed =
                limits.tryAcquire(request.purpose(), LimitSubject.news(request.to())) instanceof LimitDecision.Allowed;
        if (allowed) {
            send(request);
        }
        return allowed;
    }

    /**
     * Queues a message in the caller's transaction. The caller has counted it. One with a {@code {code}} that must not go
     * to this number now stands in the timeline as failed and goes nowhere.
     *
     * @throws IllegalArgumentException if there is no such template or one of its values is missing
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public SmsId send(SmsRequest request) {
        String text = templates.render(request.template(), request.values(), request.locale());
        Instant now = clock.instant();
        SmsId id = messages.insert(request, text, now, now);
        if (request.values().containsKey(CODE) && held(request)) {
            messages.keep(id, HELD, now);
            return id;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                delivery.nudge(id);
            }
        });
        return id;
    }

    private boolean held(SmsRequest request) {
        return holds.stream().anyMatch(hold -> hold.holds(request.customer(), request.to()));
    }
}
