package ir.ramzineh.credential;

import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.customer.Notices;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.sms.SmsOutbox;
import ir.ramzineh.sms.SmsRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells a customer on three ways what happened to the account: activity list, inbox in the portal, and SMS while there
 * were not too many.
 */
@Component
class SecurityMessages {
    static final String PASSWORD_CHANGED = "credential.password-changed";
    static final String PASSWORD_RECOVERED = "credential.password-recovered";
    static final String NEW_DEVICE = "sign-in.new-device";

    private static final Duration WORTH_SENDING = Duration.ofHours(12);

    private final AuditTrail audit;
    private final Notices notices;
    private final Customers customers;
    private final SmsOutbox outbox;
    private final Clock clock;

    SecurityMessages(AuditTrail audit, Notices notices, Customers customers, SmsOutbox outbox, Clock clock) {
        this.audit = audit;
        this.notices = notices;
        this.customers = customers;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** In the caller's transaction. The address says where from; nothing else about the place is known. */
    void tell(CustomerId id, String what, ClientAddress address) {
        Instant now = clock.instant();
        audit.record(AuditEvent.by(id, what, Map.of("address", address.text())));
        notices.add(id, what, Map.of("address", address.text()));
        Customer customer = customers.byId(id).orElseThrow();
        outbox.tell(new SmsRequest(
                customer.mobile(),
                what.equals(NEW_DEVICE) ? NEW_DEVICE : "password.changed",
                Map.of(),
                customer.locale(),
                now.plus(WORTH_SENDING),
                "notice",
                id));
    }
}
