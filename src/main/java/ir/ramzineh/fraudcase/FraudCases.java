package ir.ramzineh.fraudcase;

import ir.ramzineh.card.Cards;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.InvalidValueException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
    private final Clock clock;

    FraudCases(CaseTable table, Cards cards, Clock clock) {
        this.table = table;
        this.cards = cards;
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

    /** Those that wait for staff, the oldest first. The caller has checked that a member of staff asks. */
    public List<FraudCase> open(int limit) {
        return table.open(Math.clamp(limit, 1, LIMIT_MAX));
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
        if (text.isBlank() || text.length() > NOTE_LENGTH_MAX) {
            throw new InvalidValueException("error.fraud-case.note", NOTE_LENGTH_MAX);
        }
        table.note(id, author, text.strip(), clock.instant());
    }
}
