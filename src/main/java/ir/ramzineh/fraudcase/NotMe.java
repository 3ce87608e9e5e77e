package ir.ramzineh.fraudcase;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.RefusalTrail;
import ir.ramzineh.card.Cards;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * "It was not me" (3.2 of the requirements, feature D): one press in the portal, or the answer «1» to a text message, and
 * every code of the card is refused from that moment on. Pressed twice, it is one case and one message.
 */
@Service
public class NotMe {
    private final Suspects suspects;
    private final CaseTable table;
    private final Cards cards;
    private final CaseNews news;
    private final RefusalTrail refusals;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NotMe(
            Suspects suspects,
            CaseTable table,
            Cards cards,
            CaseNews news,
            RefusalTrail refusals,
            TransactionTemplate transaction,
            Clock clock) {
        this.suspects = suspects;
        this.table = table;
        this.cards = cards;
        this.news = news;
        this.refusals = refusals;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Stops both passwords of the card, whatever their state, opens a case, and tells the customer; all of it or nothing.
     *
     * @param customer who says so: signed in, or the owner of the number the answer came from
     * @throws ir.ramzineh.card.CardNotFoundException no such card, or not this customer's; there is an audit row
     * @throws UnknownSuspectException what is pointed at is not of this card; there is an audit row
     */
    public Reported report(CustomerId customer, CardId card, ReportedBy by, Suspect suspect) {
        return report(customer, card, by, suspect, new Actor.Customer(customer));
    }

    /** As above; the trail names who took the report down, such as a member of staff who has checked the customer. */
    public Reported report(CustomerId customer, CardId card, ReportedBy by, Suspect suspect, Actor actor) {
        SuspectFacts facts = suspects.find(customer, card, suspect).orElseThrow(() -> unknown(actor, card));
        return Objects.requireNonNull(transaction.execute(status -> report(customer, card, by, suspect, facts, actor)));
    }

    private Reported report(
            CustomerId customer, CardId card, ReportedBy by, Suspect suspect, SuspectFacts facts, Actor actor) {
        boolean stopped = cards.stop(customer, card);
        Optional<Long> opened = table.open(customer, card, suspect, by, facts, clock.instant());
        if (opened.isPresent()) {
            news.opened(customer, card, by, facts, actor);
        } else if (stopped) {
            news.stoppedAgain(customer, card);
        }
        long id = opened.or(() -> table.openOf(customer, card, suspect)).orElseThrow();
        return new Reported(id, opened.isPresent(), stopped);
    }

    /**
     * The old number of a customer has cancelled a change of it: a case about one of the cards stands for staff. Nothing is
     * stopped by it, for the old phone may be in wrong hands as well; no codes go out by message meanwhile (decision 014).
     * In the caller's transaction.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void numberDisputed(CustomerId customer, CardId card) {
        SuspectFacts facts = SuspectFacts.of(clock.instant(), "number-change");
        if (table.open(customer, card, new Suspect.WholeCard(), ReportedBy.SMS, facts, clock.instant())
                .isPresent()) {
            news.disputed(customer, card);
        }
    }

    private UnknownSuspectException unknown(Actor actor, CardId card) {
        refusals.record(new AuditEvent(actor, "access.foreign-report", null, card, Map.of()));
        return new UnknownSuspectException();
    }
}
