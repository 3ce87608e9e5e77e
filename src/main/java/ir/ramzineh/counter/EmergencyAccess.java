package ir.ramzineh.counter;

import ir.ramzineh.approval.Afterward;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.approval.Proposal;
import ir.ramzineh.card.Cards;
import ir.ramzineh.card.PasswordRelief;
import ir.ramzineh.card.PasswordState;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The phone is lost: other ways stand in the place of its app until an end date, by two people. Codes of the lost app do
 * not count meanwhile; afterwards they do again by themselves, whether or not a sweep has come by. A new activation ends it
 * at once.
 */
@Service
public class EmergencyAccess {
    private static final int BATCH = 200;

    private final PasswordRelief relief;
    private final Approvals approvals;
    private final Permissions permissions;
    private final Customers customers;
    private final Cards cards;
    private final EmergencyTable table;
    private final CounterNews news;
    private final EmergencySettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EmergencyAccess(
            PasswordRelief relief,
            Approvals approvals,
            Permissions permissions,
            Customers customers,
            Cards cards,
            EmergencyTable table,
            CounterNews news,
            EmergencySettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.relief = relief;
        this.approvals = approvals;
        this.permissions = permissions;
        this.customers = customers;
        this.cards = cards;
        this.table = table;
        this.news = news;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The longest time, in days. */
    public int daysMax() {
        return settings.daysMax();
    }

    /**
     * What works and what does not until then: the same sentences that the checker reads.
     *
     * @throws ir.ramzineh.staff.NotPermittedException the member may not look at this customer
     */
    public List<Afterward> whatIsLost(
            StaffId who, CustomerId customer, CardId card, PasswordKind kind, Set<CodeChannel> ways, int days) {
        permissions.require(who, Permission.CUSTOMER_VIEW, customer);
        return afterwards(relief.of(customer, card, kind), ways, days);
    }

    /**
     * Proposes other ways in the place of the app.
     *
     * @param ways at least one that the bank offers for this password, without the app
     * @param days 1 to {@link #daysMax()}, from the approval on
     * @throws ir.ramzineh.staff.NotPermittedException the member may not do this, or not to this customer
     * @throws InvalidValueException it is not possible: out of bounds, or not as the password or the number stands
     */
    public ApprovalId propose(
            StaffId who, CustomerId customer, CardId card, PasswordKind kind, Set<CodeChannel> ways, int days) {
        permissions.require(who, Permission.EMERGENCY_ACCESS, customer);
        PasswordRelief.Standing standing = relief.of(customer, card, kind);
        if (days < 1 || days > settings.daysMax()) {
            throw new InvalidValueException("error.emergency.days", settings.daysMax());
        }
        if (ways.isEmpty() || !standing.offered().containsAll(ways)) {
            throw new InvalidValueException("error.emergency.ways");
        }
        if (standing.state() != PasswordState.DYNAMIC || standing.emergencyUntil() != null) {
            throw new InvalidValueException("error.emergency.not-possible");
        }
        if (customers.byId(customer).orElseThrow().codesWait(clock.instant()).isPresent()) {
            throw new InvalidValueException("error.emergency.new-number");
        }
        String names = ways.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        String lasting = Integer.toString(days);
        return approvals.propose(
                who,
                new Proposal(
                        EmergencyDeed.KIND,
                        customer,
                        card,
                        Map.of(
                                "card", cards.one(customer, card).lastFour(),
                                "password", kind.name(),
                                "days", lasting),
                        Map.of(
                                EmergencyDeed.PASSWORD, kind.name(),
                                EmergencyDeed.WAYS, names,
                                EmergencyDeed.DAYS, lasting),
                        afterwards(standing, ways, days)));
    }

    private static List<Afterward> afterwards(PasswordRelief.Standing standing, Set<CodeChannel> ways, int days) {
        List<Afterward> sentences = new ArrayList<>(Words.ways("emergency.after.works", ways));
        sentences.add(Afterward.of("emergency.after.app"));
        if (!ways.contains(CodeChannel.HARIM) && !standing.withoutApp().contains(CodeChannel.HARIM)) {
            sentences.add(Afterward.of("emergency.after.no-harim"));
        }
        sentences.add(Afterward.of("emergency.after.bound"));
        sentences.add(Afterward.of("emergency.after.until", Integer.toString(days)));
        sentences.add(Afterward.of("emergency.after.new-phone"));
        if (standing.frozen()) {
            sentences.add(Afterward.of("unlock.after.frozen"));
        }
        return sentences;
    }

    /** Tells those whose time is over; that their app counts again needs nobody. */
    void sweep() {
        for (EmergencyTable.Row row : table.over(clock.instant(), BATCH)) {
            transaction.executeWithoutResult(status -> {
                if (table.end(row.id(), clock.instant())) {
                    news.over(row.customer(), row.card(), row.kind(), "emergency.over");
                }
            });
        }
    }
}
