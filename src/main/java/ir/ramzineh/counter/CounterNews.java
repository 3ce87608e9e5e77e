package ir.ramzineh.counter;

import ir.ramzineh.approval.Approval;
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
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.sms.SmsOutbox;
import ir.ramzineh.sms.SmsRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells what was done at the counter: to the trail with both names, by text message and in the inbox. */
@Component
class CounterNews {
    private static final Duration MESSAGE_LIFE = Duration.ofHours(24);

    private final AuditTrail audit;
    private final SmsOutbox outbox;
    private final Notices notices;
    private final Customers customers;
    private final Cards cards;
    private final Issuers issuers;
    private final Clock clock;

    CounterNews(
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

    /** Approved and done, by two people. */
    void done(Approval approval, PasswordKind kind, String event, Map<String, String> more) {
        CustomerId customer = Objects.requireNonNull(approval.proposal().customer());
        CardId card = Objects.requireNonNull(approval.proposal().card());
        Map<String, String> details = new HashMap<>(more);
        details.put("maker", approval.maker().userName());
        Actor checker =
                new Actor.Staff(Objects.requireNonNull(approval.checker()).userName());
        tell(checker, customer, cards.one(customer, card), kind, event, details);
    }

    /** It is over on its day; nothing to tell where the bank has given the card to somebody else meanwhile. */
    void over(CustomerId customer, CardId card, PasswordKind kind) {
        cards.find(customer, card)
                .ifPresent(overview -> tell(new Actor.Portal(), customer, overview, kind, "emergency.over", Map.of()));
    }

    /** A member of staff ended it before its day. */
    void ended(Actor member, CustomerId customer, CardId card, PasswordKind kind, Map<String, String> why) {
        tell(member, customer, cards.one(customer, card), kind, "emergency.ended", why);
    }

    private void tell(
            Actor actor,
            CustomerId id,
            CardOverview overview,
            PasswordKind kind,
            String event,
            Map<String, String> more) {
        CardId card = overview.id();
        Customer customer = customers.byId(id).orElseThrow();
        Map<String, String> details = new HashMap<>(more);
        details.put("card", overview.lastFour());
        details.put("kind", kind.name());
        audit.record(new AuditEvent(actor, event, id, card, details));
        notices.add(id, event, details);
        Optional<IssuerProfile> issuer = issuers.byKey(overview.issuerKey());
        Map<String, String> values = new HashMap<>();
        values.put("card", overview.lastFour());
        issuer.ifPresent(profile -> values.put("bank", profile.sms().bankName().in(customer.locale())));
        outbox.tell(new SmsRequest(
                        customer.mobile(),
                        event,
                        values,
                        customer.locale(),
                        clock.instant().plus(MESSAGE_LIFE),
                        "card",
                        id)
                .from(issuer.map(profile -> profile.sms().sender()).orElse(null))
                .about(card));
    }
}
