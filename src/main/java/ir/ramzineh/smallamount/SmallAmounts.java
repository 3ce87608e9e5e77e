package ir.ramzineh.smallamount;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.card.Attempt;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.CardPasswords;
import ir.ramzineh.card.Cards;
import ir.ramzineh.card.PasswordState;
import ir.ramzineh.customer.Notices;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.RequestIdReusedException;
import ir.ramzineh.kernel.Rial;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The exemption of I8: after the second password has become dynamic, its static one may still pay small amounts, up to a
 * total per card and 24 hours, where the bank's profile says so and the customer accepted the risk. The window slides.
 */
@Service
public class SmallAmounts {
    /** Changes when the wording of the risk does; which one was accepted stands in the consent. */
    static final String TEXT_VERSION = "1405-09";

    private static final Duration WINDOW = Duration.ofHours(24);

    private final SmallAmountTable table;
    private final CardPasswords passwords;
    private final Cards cards;
    private final Issuers issuers;
    private final Notices notices;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final IdSource ids;
    private final Clock clock;

    SmallAmounts(
            SmallAmountTable table,
            CardPasswords passwords,
            Cards cards,
            Issuers issuers,
            Notices notices,
            AuditTrail audit,
            TransactionTemplate transaction,
            IdSource ids,
            Clock clock) {
        this.table = table;
        this.passwords = passwords;
        this.cards = cards;
        this.issuers = issuers;
        this.notices = notices;
        this.audit = audit;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * How a card stands; empty where the bank offers nothing of it or the second password is static anyway.
     *
     * @throws ir.ramzineh.card.CardNotFoundException no such card, or not this customer's
     */
    public Optional<Standing> of(CustomerId customer, CardId card) {
        CardOverview overview = cards.one(customer, card);
        if (overview.second().state() != PasswordState.DYNAMIC) {
            return Optional.empty();
        }
        return issuers.byKey(overview.issuerKey())
                .flatMap(IssuerProfile::smallAmountLimit)
                .map(limit -> {
                    boolean consented = table.consented(card, customer);
                    return new Standing(consented, limit, left(limit, card, clock.instant()));
                });
    }

    /**
     * The customer accepts the risk, or takes it back. Recorded with the version of the wording; doing it twice changes
     * nothing.
     *
     * @throws ir.ramzineh.card.CardNotFoundException no such card, or not this customer's
     */
    @Transactional
    public void accept(CustomerId customer, CardId card, boolean accepted) {
        CardOverview overview = cards.one(customer, card);
        boolean changed = accepted
                ? of(customer, card).isPresent() && table.consent(card, customer, TEXT_VERSION, clock.instant())
                : table.withdraw(card, customer);
        if (!changed) {
            return;
        }
        String kind = accepted ? "small-amount.accepted" : "small-amount.withdrawn";
        Map<String, String> details = Map.of("card", overview.lastFour(), "version", TEXT_VERSION);
        audit.record(AuditEvent.by(customer, card, kind, details));
        notices.add(customer, kind, Map.of("card", overview.lastFour()));
    }

    /**
     * Whether the static second password may count for this payment; a yes is used up with it.
     *
     * @throws RequestIdReusedException the same request id with another question
     */
    public boolean allow(String channel, AllowanceRequest request) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> answer(channel, request)));
        } catch (DuplicateKeyException twin) {
            return table.answered(channel, request).orElseThrow();
        }
    }

    private boolean answer(String channel, AllowanceRequest request) {
        Optional<Boolean> before = table.answered(channel, request);
        if (before.isPresent()) {
            return before.get();
        }
        Instant now = clock.instant();
        Attempt attempt = passwords.look(request.card(), PasswordKind.SECOND);
        CardId card = attempt.card();
        boolean allowed = attempt instanceof Attempt.Reserved open
                && open.activated()
                && open.allowed().at(now)
                && withinCap(open, request.amount())
                && table.lockConsent(open.card())
                && issuers.of(request.card())
                        .flatMap(IssuerProfile::smallAmountLimit)
                        .map(limit -> request.amount().compareTo(left(limit, open.card(), now)) <= 0)
                        .orElse(false);
        table.insert(ids.next(), channel, request, card, allowed, now);
        audit.record(new AuditEvent(
                new Actor.Channel(channel),
                allowed ? "small-amount.allowed" : "small-amount.refused",
                null,
                card,
                Map.of(
                        "request",
                        request.requestId(),
                        "amount",
                        Long.toString(request.amount().amount()))));
        return allowed;
    }

    /** The customer's own cap binds whatever pays. */
    private static boolean withinCap(Attempt.Reserved open, Rial amount) {
        Rial cap = open.amountCap();
        return cap == null || amount.compareTo(cap) <= 0;
    }

    private Rial left(Rial limit, CardId card, Instant now) {
        long used = table.usedSince(card, now.minus(WINDOW)).amount();
        return new Rial(Math.max(0, limit.amount() - used));
    }
}
