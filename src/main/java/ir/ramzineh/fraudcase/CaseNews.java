package ir.ramzineh.fraudcase;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.Cards;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.customer.Notices;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.sms.SmsOutbox;
import ir.ramzineh.sms.SmsRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells about a case: to the trail, to the customer by text message and in the inbox, in the transaction of the deed. */
@Component
class CaseNews {
    private static final Duration MESSAGE_LIFE = Duration.ofHours(24);
    private static final String STOPPED = "fraud-case.stopped";

    private final AuditTrail audit;
    private final SmsOutbox outbox;
    private final Notices notices;
    private final Customers customers;
    private final Cards cards;
    private final Issuers issuers;
    private final Clock clock;

    CaseNews(
            AuditTrail audit,
            SmsOutbox outbox,
            Notices notices,
            Customers customers,
            Cards cards,
            Issuers issuers,
            Clock clock) {
        this.audit = audit;
        this.outbox = outbox;
        this.notices = notices;
        this.customers = customers;
        this.cards = cards;
        this.issuers = issuers;
        this.clock = clock;
    }

    void opened(CustomerId customer, CardId card, ReportedBy by, SuspectFacts facts, Actor actor) {
        CardOverview overview = cards.one(customer, card);
        Map<String, String> details = new HashMap<>(Map.of("card", overview.lastFour(), "by", by.name()));
        Rial amount = facts.amount();
        String merchant = facts.merchant();
        if (amount != null && merchant != null) {
            details.put("amount", Long.toString(amount.amount()));
            details.put("merchant", merchant);
        }
        String kind = details.containsKey("merchant") ? "fraud-case.opened.payment" : "fraud-case.opened";
        audit.record(new AuditEvent(actor, kind, customer, card, details));
        notices.add(customer, STOPPED, Map.of("card", overview.lastFour()));
        text(customer, overview);
    }

    /** A case about a number: who hears of it is the part of the change. */
    void disputed(CustomerId customer, CardId card) {
        Map<String, String> details = Map.of("card", cards.one(customer, card).lastFour(), "by", ReportedBy.SMS.name());
        audit.record(new AuditEvent(new Actor.Anonymous(), "fraud-case.opened", customer, card, details));
    }

    /** The customer had ended the freeze and pressed again: the case stands, the codes stop again. */
    void stoppedAgain(CustomerId customer, CardId card) {
        CardOverview overview = cards.one(customer, card);
        notices.add(customer, STOPPED, Map.of("card", overview.lastFour()));
        text(customer, overview);
    }

    private void text(CustomerId id, CardOverview card) {
        Customer customer = customers.byId(id).orElseThrow();
        Locale locale = customer.locale();
        Optional<IssuerProfile> issuer = issuers.byKey(card.issuerKey());
        String bank = issuer.map(profile -> profile.name().in(locale)).orElse("");
        outbox.tell(new SmsRequest(
                        customer.mobile(),
                        STOPPED,
                        Map.of("bank", bank, "card", card.lastFour()),
                        locale,
                        clock.instant().plus(MESSAGE_LIFE),
                        "card",
                        id)
                .from(issuer.map(profile -> profile.sms().sender()).orElse(null))
                .about(card.id()));
    }
}
