package ir.ramzineh.gatewaytoken;

import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.customer.Notices;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.sms.LimitDecision;
import ir.ramzineh.sms.LimitSubject;
import ir.ramzineh.sms.SmsLimits;
import ir.ramzineh.sms.SmsOutbox;
import ir.ramzineh.sms.SmsRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a customer is told about account tokens: at the registered number and nowhere else (S10.5, D3), and in the inbox. */
@Component
class GatewayMessages {
    private static final String PURPOSE = "gateway-token";
    private static final Duration NEWS_LIFE = Duration.ofHours(24);

    private final Customers customers;
    private final Issuers issuers;
    private final SmsLimits limits;
    private final SmsOutbox outbox;
    private final Notices notices;
    private final GatewaySettings settings;
    private final Clock clock;

    GatewayMessages(
            Customers customers,
            Issuers issuers,
            SmsLimits limits,
            SmsOutbox outbox,
            Notices notices,
            GatewaySettings settings,
            Clock clock) {
        this.customers = customers;
        this.issuers = issuers;
        this.limits = limits;
        this.outbox = outbox;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
    }

    IssuerProfile issuer() {
        return issuers.byKey(settings.issuer())
                .orElseThrow(() -> new IllegalStateException("no profile for issuer " + settings.issuer()));
    }

    Customer customer(CustomerId id) {
        return customers.byId(id).orElseThrow(() -> new IllegalStateException("a token's owner is no customer"));
    }

    /** Counts one message; the time to wait when there were too many lately, or while the number is new (S3.4). */
    Optional<Duration> acquire(CustomerId id) {
        Customer customer = customer(id);
        Optional<Duration> numberIsNew = customer.codesWait(clock.instant());
        if (numberIsNew.isPresent()) {
            return numberIsNew;
        }
        LimitDecision decision =
                limits.tryAcquire(PURPOSE, LimitSubject.of(customer.mobile()), LimitSubject.of(customer.nationalId()));
        return switch (decision) {
            case LimitDecision.Allowed() -> Optional.empty();
            case LimitDecision.WaitFor(Duration time) -> Optional.of(time);
        };
    }

    void code(CustomerId id, String lastFour, String code, Instant notAfter) {
        Customer customer = customer(id);
        outbox.send(message(
                customer, "gateway.code", Map.of("bank", bank(customer), "serial", lastFour, "code", code), notAfter));
    }

    /** Tells news in a message and in the inbox under the same name. */
    void tell(CustomerId id, String template, String lastFour) {
        Customer customer = customer(id);
        outbox.tell(message(
                customer,
                template,
                Map.of("bank", bank(customer), "serial", lastFour),
                clock.instant().plus(NEWS_LIFE)));
        notices.add(id, template, Map.of("serial", lastFour));
    }

    private SmsRequest message(Customer customer, String template, Map<String, String> values, Instant notAfter) {
        return new SmsRequest(customer.mobile(), template, values, customer.locale(), notAfter, PURPOSE, customer.id())
                .from(issuer().sms().sender());
    }

    private String bank(Customer customer) {
        return issuer().sms().bankName().in(customer.locale());
    }
}
