package ir.ramzineh.verification;

import ir.ramzineh.card.Cards;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What became of the codes of a card, with the reason, for its owner (2.2 of the requirements, feature B). */
@Service
public class RecentVerifications {
    /** Most rows a list holds. */
    public static final int LIMIT_MAX = 100;

    private final QuestionLedger ledger;
    private final Cards cards;

    RecentVerifications(QuestionLedger ledger, Cards cards) {
        this.ledger = ledger;
        this.cards = cards;
    }

    /**
     * The newest first; of a card that was somebody else's before, only those since then.
     *
     * @param limit 1 to {@value #LIMIT_MAX} rows
     * @throws ir.ramzineh.card.CardNotFoundException no such card, or not this customer's
     */
    public List<RecentVerification> of(CustomerId customer, CardId card, int limit) {
        Instant since = cards.ownedSince(customer, card).orElse(Instant.EPOCH);
        return ledger.of(card, since, Math.clamp(limit, 1, LIMIT_MAX));
    }

    /**
     * One of that list; anybody else's is not found.
     *
     * @throws ir.ramzineh.card.CardNotFoundException no such card, or not this customer's
     */
    public Optional<RecentVerification> one(CustomerId customer, CardId card, long id) {
        return ledger.one(card, cards.ownedSince(customer, card).orElse(Instant.EPOCH), id);
    }
}
