package ir.ramzineh.card;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.RefusalTrail;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.PasswordKind;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A customer's cards and the switchboard of each. Every method checks the owner itself; somebody else's card is a
 * {@link CardNotFoundException} and a row in the audit trail.
 */
@Service
public class Cards {
    private final CardTable cards;
    private final PasswordTable passwords;
    private final SettingsTable settings;
    private final CardMirror mirror;
    private final CardViews views;
    private final CardNews news;
    private final Customers customers;
    private final RefusalTrail refusals;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Cards(
            CardTable cards,
            PasswordTable passwords,
            SettingsTable settings,
            CardMirror mirror,
            CardViews views,
            CardNews news,
            Customers customers,
            RefusalTrail refusals,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cards = cards;
        this.passwords = passwords;
        this.settings = settings;
        this.mirror = mirror;
        this.views = views;
        this.news = news;
        this.customers = customers;
        this.refusals = refusals;
        this.events = events;
        this.clock = clock;
    }

    /** The customer's cards, fetched from the bank's system; the last known ones while that is away. */
    public List<CardOverview> of(CustomerId customer) {
        Customer known = customers.byId(customer).orElseThrow(CardNotFoundException::new);
        mirror.refresh(known);
        // Cards before passwords: a card that another tab adds in between is not among those that are looked up.
        List<CardRow> rows = cards.of(customer);
        Map<CardId, Map<PasswordKind, PasswordOverview>> states = new HashMap<>();
        for (PasswordRow row : passwords.of(customer)) {
            states.computeIfAbsent(row.card(), card -> new EnumMap<>(PasswordKind.class))
                    .put(row.overview().kind(), row.overview());
        }
        return rows.stream()
                .map(card -> overview(card, Objects.requireNonNull(states.get(card.id()))))
                .toList();
    }

    /**
     * For a card of this customer.
     *
     * @throws CardNotFoundException no such card, or not this customer's
     */
    public CardOverview one(CustomerId customer, CardId card) {
        return whole(owned(customer, card));
    }

    /** Masked numbers of many cards, for a list; a card that does not exist is missing. For staff. */
    public Map<CardId, String> maskedNumbers(Collection<CardId> wanted) {
        return wanted.isEmpty() ? Map.of() : cards.maskedNumbers(wanted);
    }

    /** As {@link #one}, without a word to the trail when it is not this customer's. */
    public Optional<CardOverview> find(CustomerId customer, CardId card) {
        return cards.one(customer, card).map(this::whole);
    }

    /** The last four digits of a card, whoever has it by now; empty when it does not exist. For what is told about the past. */
    public Optional<String> lastFour(CardId card) {
        return cards.byId(card).map(row -> row.number().lastFour());
    }

    /**
     * Since when a card is this customer's, for whoever keeps a history of it; empty when it was nobody else's before.
     *
     * @throws CardNotFoundException no such card, or not this customer's
     */
    public Optional<Instant> ownedSince(CustomerId customer, CardId card) {
        return cards.ownedSince(owned(customer, card).id());
    }

    /**
     * For a card of this customer.
     *
     * @throws CardNotFoundException no such card, or not this customer's
     */
    public CardSettings settings(CustomerId customer, CardId card, PasswordKind kind) {
        return views.settings(owned(customer, card), password(card, kind));
    }

    /**
     * What will be true after {@code change}, to be read before it is confirmed. Nothing is changed.
     *
     * @throws InvalidValueException the change is not possible: out of bounds, or not in this state
     */
    public List<Consequence> preview(CustomerId customer, CardId card, PasswordKind kind, SettingsChange change) {
        return SettingsRules.consequences(settings(customer, card, kind), change);
    }

    /**
     * Changes one thing, with an audit row and a text message to the customer, in one transaction.
     *
     * @throws InvalidValueException the change is not possible: out of bounds, or not in this state
     */
    @Transactional
    public CardSettings change(CustomerId customer, CardId card, PasswordKind kind, SettingsChange change) {
        return change(customer, card, kind, change, new Actor.Customer(customer), Map.of());
    }

    /**
     * As {@link #change(CustomerId, CardId, PasswordKind, SettingsChange)}, done for the customer by somebody else: the
     * trail names who and why, and the customer is told as always. The caller has checked that this actor may.
     *
     * @param why named details that join those of the event, such as the reason a member of staff gave
     */
    @Transactional
    public CardSettings change(
            CustomerId customer,
            CardId card,
            PasswordKind kind,
            SettingsChange change,
            Actor by,
            Map<String, String> why) {
        CardRow row = owned(customer, card);
        CardSettings now = views.settings(row, password(card, kind));
        return make(row, now, change, FormerSetting.before(now, change), new CardNews.Doer(customer, by, why));
    }

    /**
     * Takes the latest change back, with the same audit row and text message as any other change. It cannot be undone in
     * turn.
     *
     * @param version of the settings that were looked at
     * @throws InvalidValueException something was changed after that, or there is nothing to undo
     */
    @Transactional
    public CardSettings undo(CustomerId customer, CardId card, PasswordKind kind, int version) {
        CardRow row = owned(customer, card);
        CardSettings now = views.settings(row, password(card, kind));
        if (now.version() != version || now.undo().isEmpty()) {
            throw new InvalidValueException("error.card.undo");
        }
        return make(row, now, now.undo().get(), Optional.empty(), CardNews.Doer.self(customer));
    }

    private CardSettings make(
            CardRow row, CardSettings now, SettingsChange change, Optional<SettingsChange> former, CardNews.Doer doer) {
        SettingsRules.consequences(now, change);
        if (!write(now, change, former)) {
            // Another tab was faster; the state is no longer the one that was looked at.
            throw new InvalidValueException("error.card.no-change");
        }
        if (change instanceof SettingsChange.SwitchOff) {
            events.publishEvent(new SwitchedToStatic(row.id(), now.kind()));
        }
        news.changed(doer, row, Set.of(now.kind()), change);
        return views.settings(row, password(row.id(), now.kind()));
    }

    private boolean write(CardSettings now, SettingsChange change, Optional<SettingsChange> former) {
        return change instanceof SettingsChange.SwitchOff
                ? passwords.toStatic(now.card(), now.kind(), clock.instant())
                : settings.write(now, change, former.orElse(null), clock.instant());
    }

    /**
     * Stops both passwords at once, whatever their state (3.2 of the requirements, feature D); the caller tells the
     * customer.
     *
     * @return whether one of them was not frozen before
     * @throws CardNotFoundException no such card, or not this customer's
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean stop(CustomerId customer, CardId card) {
        return passwords.stop(owned(customer, card).id(), clock.instant());
    }

    /**
     * Stops every code of a card or ends that, both passwords at once and with one message to the customer, done by a
     * member of staff. The caller has checked that this actor may.
     *
     * @param why named details that join those of the event, such as the reason that was given
     * @return {@code false} when both were so already
     * @throws CardNotFoundException no such card, or not this customer's
     */
    @Transactional
    public boolean setFrozen(CustomerId customer, CardId card, boolean frozen, Actor by, Map<String, String> why) {
        CardRow row = owned(customer, card);
        // Held, so that no change in between makes this one fail, and no report of the customer is undone unseen.
        passwords.hold(card);
        SettingsChange change = frozen ? new SettingsChange.Freeze() : new SettingsChange.Unfreeze();
        Set<PasswordKind> changed = EnumSet.noneOf(PasswordKind.class);
        for (PasswordKind kind : PasswordKind.values()) {
            CardSettings now = views.settings(row, password(card, kind));
            if (now.password().frozen() != frozen && settings.write(now, change, null, clock.instant())) {
                changed.add(kind);
            }
        }
        if (!changed.isEmpty()) {
            news.changed(new CardNews.Doer(customer, by, why), row, changed, change);
        }
        return !changed.isEmpty();
    }

    private CardRow owned(CustomerId customer, CardId card) {
        return cards.one(customer, card).orElseThrow(() -> {
            if (cards.byId(card).isPresent()) {
                refusals.record(
                        new AuditEvent(new Actor.Customer(customer), "access.foreign-card", null, card, Map.of()));
            }
            return new CardNotFoundException();
        });
    }

    private PasswordRow password(CardId card, PasswordKind kind) {
        return passwords.one(card, kind).orElseThrow(CardNotFoundException::new);
    }

    private CardOverview whole(CardRow card) {
        return views.overview(
                card,
                password(card.id(), PasswordKind.FIRST).overview(),
                password(card.id(), PasswordKind.SECOND).overview());
    }

    private CardOverview overview(CardRow card, Map<PasswordKind, PasswordOverview> states) {
        return views.overview(
                card,
                Objects.requireNonNull(states.get(PasswordKind.FIRST)),
                Objects.requireNonNull(states.get(PasswordKind.SECOND)));
    }
}
