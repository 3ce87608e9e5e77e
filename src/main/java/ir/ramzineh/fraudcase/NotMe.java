package ir.ramzineh.fraudcase;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.card.Cards;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
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
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;

    NotMe(
            Suspects suspects,
            CaseTable table,
            Cards cards,
            CaseNews news,
            AuditTrail audit,
            TransactionTemplate transaction,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.suspects = suspects;
        this.table = table;
        this.cards = cards;
        this.news = news;
        this.audit = audit;
        this.transaction = transaction;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
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
        SuspectFacts facts = suspects.find(customer, card, suspect).orElseThrow(() -> unknown(customer, card));
        return Objects.requireNonNull(transaction.execute(status -> report(customer, card, by, suspect, facts)));
    }

    private Reported report(CustomerId customer, CardId card, ReportedBy by, Suspect suspect, SuspectFacts facts) {
        boolean stopped = cards.stop(customer, card);
        Optional<Long> opened = table.open(customer, card, suspect, by, facts, clock.instant());
        if (opened.isPresent()) {
            news.opened(customer, card, by, facts);
        } else if (stopped) {
            news.stoppedAgain(customer, card);
        }
        long id = opened.or(() -> table.openOf(customer, card, suspect)).orElseThrow();
        return new Reported(id, opened.isPresent(), stopped);
    }

    private UnknownSuspectException unknown(CustomerId customer, CardId card) {
        ownTransaction.executeWithoutResult(status -> audit.record(
                new AuditEvent(new Actor.Customer(customer), "access.foreign-report", null, card, Map.of())));
        return new UnknownSuspectException();
    }
}
