package ir.ramzineh.customer;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.sms.SmsOutbox;
import ir.ramzineh.sms.SmsRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells that the number at the bank changed: to the old number and to the new one, in the inbox, in the trail, to whoever keeps sign-ins. */
@Component
class NumberNews {
    private static final Duration MESSAGE_LIFE = Duration.ofHours(24);

    private final SmsOutbox outbox;
    private final Notices notices;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NumberNews(SmsOutbox outbox, Notices notices, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.outbox = outbox;
        this.notices = notices;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * In the transaction of the change, which happens once.
     *
     * @param before the customer with the old number
     */
    void numberChanged(Customer before, MobileNumber now) {
        events.publishEvent(new NumberChanged(before.id()));
        audit.record(new AuditEvent(new Actor.Portal(), "customer.number-changed", before.id(), null, Map.of()));
        notices.add(before.id(), "customer.number-changed", Map.of());
        for (MobileNumber number : List.of(before.mobile(), now)) {
            outbox.tell(new SmsRequest(
                    number,
                    "number.changed",
                    Map.of(),
                    before.locale(),
                    clock.instant().plus(MESSAGE_LIFE),
                    "number",
                    before.id()));
        }
    }
}
