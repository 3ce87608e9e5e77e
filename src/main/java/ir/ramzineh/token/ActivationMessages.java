package ir.ramzineh.token;

import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.Cards;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.customer.Notices;
import ir.ramzineh.issuer.AtmProfile;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.sms.LimitDecision;
import ir.ramzineh.sms.LimitSubject;
import ir.ramzineh.sms.SmsLimits;
import ir.ramzineh.sms.SmsOutbox;
import ir.ramzineh.sms.SmsRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What the customer is told about tokens: by message to the registered number and nowhere else (D3), and in the
 * portal's inbox. Every method joins the caller's transaction.
 */
@Component
class ActivationMessages {
    private static final String PURPOSE = "activation";
    private static final Duration NEWS_LIFE = Duration.ofHours(24);

    private final Customers customers;
    private final Cards cards;
    private final Issuers issuers;
    private final SmsLimits limits;
    private final SmsOutbox outbox;
    private final Notices notices;
    private final Clock clock;

    ActivationMessages(
            Customers customers,
            Cards cards,
            Issuers issuers,
            SmsLimits limits,
            SmsOutbox outbox,
            Notices notices,
            Clock clock) {
        this.customers = customers;
        this.cards = cards;
        this.issuers = issuers;
        this.limits = limits;
        this.outbox = outbox;
        this.notices = notices;
        this.clock = clock;
    }

    /** Named arguments that every line of the customer's activity list has: last four digits and kind of password. */
    Map<String, String> details(CustomerId customer, CardId card, PasswordKind kind) {
        return Map.of("card", cards.one(customer, card).lastFour(), "kind", kind.name());
    }

    /** As above, with one argument more. */
    Map<String, String> details(CustomerId customer, CardId card, PasswordKind kind, String name, String value) {
        Map<String, String> details = new HashMap<>(details(customer, card, kind));
        details.put(name, value);
        return details;
    }

    /** Counts one message; the time to wait when there were too many lately, or while the number is too new for codes. */
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

    /** Sends what belongs to the activation: the second part of the key, or the code for the claim. */
    void part(ActivationTable.Row row, String text) {
        About about = about(row.customer(), row.card());
        Optional<String> app = about.issuer()
                .atm()
                .flatMap(AtmProfile::appLink)
                .filter(link -> row.way().atAtm());
        String template = row.way().claimed()
                ? app.map(link -> "activation.code-and-app").orElse("activation.code")
                : "activation.part";
        Map<String, String> values =
                Map.of("bank", about.bank(), "card", about.lastFour(), "code", text, "link", app.orElse(""));
        outbox.send(message(about, template, values, row.expiresAt()));
    }

    /**
     * Tells that a password has become dynamic.
     *
     * @return whether the static password ended with it, by the bank's profile
     */
    boolean activated(ActivationTable.Row row) {
        tell(row.customer(), row.card(), row.kind(), "password.activated");
        About about = about(row.customer(), row.card());
        return about.issuer().password(row.kind()).disablesStatic();
    }

    /** Tells that the personal PIN was set or changed. */
    void pinSet(CustomerId customer, CardId card) {
        tell(customer, card, "token.pin-set");
    }

    /** Tells that somebody sends wrong activation codes for a card: the code sent before is still good. */
    void codeIsTried(CustomerId customer, CardId card) {
        tell(customer, card, "activation.tried");
    }

    /** Tells that the old phone has asked for a new one to take its place. */
    void moveStarted(CustomerId customer, CardId card) {
        tell(customer, card, "token.move-started");
    }

    /** Tells that a new phone was asked for without the old one, and how long that waits. */
    void newPhoneWished(CustomerId customer, CardId card, Duration wait) {
        tell(customer, card, "token.new-phone-wished", Map.of("hours", Long.toString(Math.max(1, wait.toHours()))));
    }

    /** Tells that the old phone has objected. */
    void newPhoneRefused(CustomerId customer, CardId card) {
        tell(customer, card, "token.new-phone-refused");
    }

    /**
     * Tells that an edition was switched on or off while the password stays dynamic.
     *
     * @param what {@code on} or {@code off}
     */
    void edition(CustomerId customer, CardId card, CodeChannel channel, String what) {
        tell(
                customer,
                card,
                "edition." + channel.name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + what);
    }

    /** Tells that a password is static again. */
    void switchedOff(CustomerId customer, CardId card, PasswordKind kind) {
        tell(customer, card, kind, "password.deactivated");
    }

    /** Tells that the customer deleted a token. */
    void deleted(CustomerId customer, CardId card, PasswordKind kind) {
        tell(customer, card, kind, "token.deleted");
    }

    /** One template per password: which password it was must be readable without another language's word order. */
    private void tell(CustomerId customer, CardId card, PasswordKind kind, String what) {
        tell(customer, card, what + "." + kind.name().toLowerCase(Locale.ROOT));
    }

    private void tell(CustomerId customer, CardId card, String template) {
        tell(customer, card, template, Map.of());
    }

    private void tell(CustomerId customer, CardId card, String template, Map<String, String> more) {
        About about = about(customer, card);
        Instant notAfter = clock.instant().plus(NEWS_LIFE);
        Map<String, String> noted = new HashMap<>(more);
        noted.put("card", about.lastFour());
        noted.put("bank", about.issuer().key());
        Map<String, String> sent = new HashMap<>(noted);
        sent.put("bank", about.bank());
        sent.put("number", about.issuer().sms().shortNumber().orElse(""));
        outbox.tell(message(about, template, sent, notAfter));
        notices.add(customer, template, noted);
    }

    private static SmsRequest message(About about, String template, Map<String, String> values, Instant notAfter) {
        Customer customer = about.customer();
        return new SmsRequest(customer.mobile(), template, values, customer.locale(), notAfter, PURPOSE, customer.id())
                .from(about.issuer().sms().sender())
                .about(about.card());
    }

    private record About(Customer customer, IssuerProfile issuer, CardId card, String lastFour) {
        String bank() {
            return issuer.sms().bankName().in(customer.locale());
        }
    }

    private About about(CustomerId id, CardId card) {
        CardOverview overview = cards.one(id, card);
        IssuerProfile issuer = issuers.byKey(overview.issuerKey())
                .orElseThrow(() -> new IllegalStateException("no profile for issuer " + overview.issuerKey()));
        return new About(customer(id), issuer, card, overview.lastFour());
    }

    private Customer customer(CustomerId id) {
        return customers.byId(id).orElseThrow(() -> new IllegalStateException("a card's owner is no customer"));
    }
}
