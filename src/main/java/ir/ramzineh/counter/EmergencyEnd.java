package ir.ramzineh.counter;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.RefusalTrail;
import ir.ramzineh.card.CardNotFoundException;
import ir.ramzineh.card.Cards;
import ir.ramzineh.card.PasswordRelief;
import ir.ramzineh.card.SwitchedToDynamic;
import ir.ramzineh.card.SwitchedToStatic;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.staff.DeskReason;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffMember;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The app counts again: on the day that was set, when the phone is found before, or because the password has begun anew,
 * whose own news says so. Told once at most.
 */
@Service
public class EmergencyEnd {
    private static final Logger LOG = LoggerFactory.getLogger(EmergencyEnd.class);
    private static final int BATCH = 200;

    private final PasswordRelief relief;
    private final Permissions permissions;
    private final Cards cards;
    private final EmergencyTable table;
    private final CounterNews news;
    private final RefusalTrail refusals;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EmergencyEnd(
            PasswordRelief relief,
            Permissions permissions,
            Cards cards,
            EmergencyTable table,
            CounterNews news,
            RefusalTrail refusals,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.relief = relief;
        this.permissions = permissions;
        this.cards = cards;
        this.table = table;
        this.news = news;
        this.refusals = refusals;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Ends it before its day, by one member: nothing is granted, what was there before the loss counts again. On record
     * with the reason, and the customer is told.
     *
     * @return {@code false} when it was over already
     * @throws ir.ramzineh.staff.NotPermittedException the member may not do this, or not to this customer
     * @throws CardNotFoundException the card is not this customer's; there is a row in the trail
     */
    public boolean now(StaffId who, CustomerId customer, CardId card, PasswordKind kind, DeskReason reason) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            StaffMember member = permissions.require(who, Permission.EMERGENCY_ACCESS, customer);
            Actor actor = new Actor.Staff(member.userName());
            if (cards.find(customer, card).isEmpty()) {
                refusals.record(new AuditEvent(actor, "access.foreign-card", null, card, Map.of()));
                throw new CardNotFoundException();
            }
            if (!relief.restoreApp(customer, card, kind)) {
                return false;
            }
            table.endOf(card, kind, clock.instant());
            news.ended(actor, customer, card, kind, reason.details());
            return true;
        }));
    }

    /** Tells those whose time is over; that their app counts again needs nobody. What cannot be told keeps no other up. */
    void sweep() {
        long last = 0;
        List<EmergencyTable.Row> rows;
        do {
            rows = table.over(clock.instant(), last, BATCH);
            for (EmergencyTable.Row row : rows) {
                over(row);
                last = row.id();
            }
        } while (rows.size() == BATCH);
    }

    private void over(EmergencyTable.Row row) {
        try {
            transaction.executeWithoutResult(status -> {
                if (table.end(row.id(), clock.instant())) {
                    news.over(row.customer(), row.card(), row.kind());
                }
            });
        } catch (RuntimeException e) {
            // Only the kind of the error: its message may quote the row, which the next sweep takes up again.
            LOG.warn(
                    "The end of an emergency access is not told yet: {}",
                    e.getClass().getSimpleName());
        }
    }

    @EventListener
    void on(SwitchedToDynamic activated) {
        table.endOf(activated.card(), activated.kind(), clock.instant());
    }

    @EventListener
    void on(SwitchedToStatic ended) {
        table.endOf(ended.card(), ended.kind(), clock.instant());
    }
}
