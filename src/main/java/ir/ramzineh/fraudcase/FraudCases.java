package ir.ramzineh.fraudcase;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.card.Cards;
import ir.ramzineh.customer.Notices;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.PlainText;
import ir.ramzineh.staff.ReachedCustomers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cases: a customer sees those of the own cards, staff see those that wait. */
@Service
public class FraudCases {
    /** Most rows a list holds. */
    public static final int LIMIT_MAX = 200;

    /** Longest note, in characters. */
    public static final int NOTE_LENGTH_MAX = 1000;

    private final CaseTable table;
    private final Cards cards;
    private final Notices notices;
    private final AuditTrail audit;
    private final Clock clock;

    FraudCases(CaseTable table, Cards cards, Notices notices, AuditTrail audit, Clock clock) {
        this.table = table;
        this.cards = cards;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a customer reported about a card, newest first.
     *
     * @throws ir.ramzineh.card.CardNotFoundException no such card, or not this customer's
     */
    public List<FraudCase> of(CustomerId customer, CardId card, int limit) {
        cards.ownedSince(customer, card);
        return table.of(customer, card, Math.clamp(limit, 1, LIMIT_MAX));
    }

    /** Those that wait for a member of staff, the oldest first: of the customers it reaches, the own person never. */
    public List<FraudCase> open(ReachedCustomers whose, int limit) {
        return table.open(whose, Math.clamp(limit, 1, LIMIT_MAX));
    }

    /** How many wait for a member of staff, as {@link #open}; counted up to {@value #LIMIT_MAX}. */
    public int waiting(ReachedCustomers whose) {
        return table.waiting(whose, LIMIT_MAX);
    }

    /** Every case of a customer, open or not, the newest first; for staff. */
    public List<FraudCase> of(CustomerId customer, int limit) {
        return table.of(customer, Math.clamp(limit, 1, LIMIT_MAX));
    }

    /** Of each card of a customer that has an open case, the oldest of them: while it is open, codes stay stopped. */
    public Map<CardId, FraudCase> oldestOpen(CustomerId customer) {
        return table.oldestOpen(customer).stream().collect(Collectors.toMap(FraudCase::card, Function.identity()));
    }

    /** One case, for staff. */
    public Optional<FraudCase> one(long id) {
        return table.one(id);
    }

    /** What was written about a case, the oldest first; for staff. */
    public List<CaseNote> notes(long id) {
        return table.notes(id);
    }

    /**
     * Adds a note, which nobody changes afterwards.
     *
     * @param author user name of the member of staff
     * @throws InvalidValueException the note is empty or longer than {@value #NOTE_LENGTH_MAX} characters
     */
    @Transactional
    public void note(long id, String author, String text) {
        String plain = PlainText.of(text).strip();
        if (plain.isEmpty() || text.length() > NOTE_LENGTH_MAX) {
            throw new InvalidValueException("error.fraud-case.note", NOTE_LENGTH_MAX);
        }
        FraudCase about = table.one(id).orElseThrow();
        table.note(id, author, plain, clock.instant());
        record(about, author, "fraud-case.noted", Map.of());
    }

    /**
     * A member of staff takes a case, or takes it over from the one who was seen to hold it; of two at once one gets it.
     *
     * @param seen the case as the member saw it
     * @param by user name of the member
     * @return {@code false} when it changed hands or was closed meanwhile
     */
    @Transactional
    public boolean take(FraudCase seen, String by) {
        Optional<String> from = seen.handling().map(CaseHandling::by);
        if (!table.take(seen.id(), from, by, clock.instant())) {
            return false;
        }
        record(seen, by, "fraud-case.taken", Map.of("from", from.orElse("")));
        return true;
    }

    /**
     * Who holds a case closes it; the customer reads how it ended in the portal. Codes stay as they are: whether they
     * are good again is a deed of its own. The bank may have given the card to somebody else meanwhile.
     *
     * @return {@code false} when somebody else holds it, or it was closed before
     */
    @Transactional
    public boolean close(FraudCase seen, String by, CaseOutcome outcome) {
        if (!table.close(seen.id(), by, outcome, clock.instant())) {
            return false;
        }
        record(seen, by, "fraud-case.closed", Map.of("outcome", outcome.name()));
        notices.add(
                seen.customer(),
                "fraud-case.closed",
                Map.of("card", cards.lastFour(seen.card()).orElse(""), "outcome", outcome.name()));
        return true;
    }

    private void record(FraudCase about, String by, String kind, Map<String, String> details) {
        audit.record(new AuditEvent(new Actor.Staff(by), kind, about.customer(), about.card(), details));
    }
}
