package ir.ramzineh.card;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.customer.Notices;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.sms.SmsOutbox;
import ir.ramzineh.sms.SmsRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Tells what happened to a password: to the trail, to the customer by text message, and to the inbox in the portal. All
 * of it in the transaction of the deed. After too many messages the inbox alone has the news.
 */
@Component
class CardNews {
    /** A message about a change is of no use a day later. */
    private static final Duration MESSAGE_LIFE = Duration.ofHours(24);

    private final AuditTrail audit;
    private final SmsOutbox outbox;
    private final Notices notices;
    private final Customers customers;
    private final Issuers issuers;
    private final Clock clock;

    CardNews(AuditTrail audit, SmsOutbox outbox, Notices notices, Customers customers, Issuers issuers, Clock clock) {
        this.audit = audit;
        this.outbox = outbox;
        this.notices = notices;
        this.customers = customers;
        this.issuers = issuers;
        this.clock = clock;
    }

    /**
     * Who changed something of whose card.
     *
     * @param why joins the details of the event
     */
    record Doer(CustomerId customer, Actor by, Map<String, String> why) {
        static Doer self(CustomerId customer) {
            return new Doer(customer, new Actor.Customer(customer), Map.of());
        }
    }

    /** The customer changed something, or somebody did it for the customer: one row for each password, one message. */
    void changed(Doer doer, CardRow card, Set<PasswordKind> kinds, SettingsChange change) {
        for (PasswordKind each : kinds) {
            Map<String, String> details = new HashMap<>(SettingsWords.details(card, each, change));
            details.putAll(doer.why());
            audit.record(new AuditEvent(doer.by(), SettingsWords.event(change), doer.customer(), card.id(), details));
        }
        PasswordKind kind = kinds.iterator().next();
        boolean texted = text(doer.customer(), card, SettingsWords.template(kind, change));
        notices.add(doer.customer(), texted ? "card.changed" : "card.settings", named(card, kind));
    }

    /** One more wrong code and the password is locked. */
    void lastAttemptLeft(CustomerId customer, CardRow card, PasswordKind kind) {
        notices.add(customer, "card.last-attempt", named(card, kind));
        audit.record(portalDid(customer, card, kind, "card.last-attempt"));
    }

    /** The last permitted wrong code came (S7.13). */
    void locked(CustomerId customer, CardRow card, PasswordKind kind) {
        notices.add(customer, "card.locked", named(card, kind));
        audit.record(portalDid(customer, card, kind, "card.locked"));
        text(customer, card, "card.locked");
    }

    private AuditEvent portalDid(CustomerId customer, CardRow card, PasswordKind kind, String event) {
        return new AuditEvent(new Actor.Portal(), event, customer, card.id(), named(card, kind));
    }

    private static Map<String, String> named(CardRow card, PasswordKind kind) {
        return Map.of("card", card.number().lastFour(), "kind", kind.name());
    }

    /** {@code false} when no message goes out. */
    private boolean text(CustomerId id, CardRow card, String template) {
        Optional<Customer> found = customers.byId(id);
        if (found.isEmpty()) {
            return false;
        }
        Customer customer = found.get();
        Locale locale = customer.locale();
        Optional<IssuerProfile> issuer = issuers.byKey(card.issuerKey());
        String bank = issuer.map(profile -> profile.name().in(locale)).orElse("");
        SmsRequest news = new SmsRequest(
                customer.mobile(),
                template,
                Map.of("bank", bank, "card", card.number().lastFour()),
                locale,
                clock.instant().plus(MESSAGE_LIFE),
                "card",
                id);
        return outbox.tell(
                news.from(issuer.map(profile -> profile.sms().sender()).orElse(null))
                        .about(card.id()));
    }
}
