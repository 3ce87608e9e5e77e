package ir.ramzineh.counter;

import ir.ramzineh.approval.Afterward;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.approval.Proposal;
import ir.ramzineh.card.Cards;
import ir.ramzineh.card.PasswordRelief;
import ir.ramzineh.card.PasswordState;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.MobileNumber;
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

/**
 * The phone is lost: other ways stand in the place of its app until an end date, by two people. Codes of the lost app do
 * not count meanwhile; afterwards they do again by themselves, whether or not a sweep has come by. A new activation ends it
 * at once, and so does {@link EmergencyEnd}. Where the SIM is lost as well, no way to the registered number takes its place:
 * the codes would go to whoever has it.
 */
@Service
public class EmergencyAccess {
    private final PasswordRelief relief;
    private final Approvals approvals;
    private final Permissions permissions;
    private final Customers customers;
    private final Cards cards;
    private final EmergencySettings settings;
    private final Clock clock;

    EmergencyAccess(
            PasswordRelief relief,
            Approvals approvals,
            Permissions permissions,
            Customers customers,
            Cards cards,
            EmergencySettings settings,
            Clock clock) {
        this.relief = relief;
        this.approvals = approvals;
        this.permissions = permissions;
        this.customers = customers;
        this.cards = cards;
        this.settings = settings;
        this.clock = clock;
    }

    /** The longest time, in days. */
    public int daysMax() {
        return settings.daysMax();
    }

    /**
     * What works and what does not until then, and which number gets the codes: the same sentences that the checker reads.
     *
     * @throws ir.ramzineh.staff.NotPermittedException the member may not look at this customer
     */
    public List<Afterward> whatIsLost(
            StaffId who, CustomerId customer, CardId card, PasswordKind kind, EmergencyWish wish) {
        permissions.require(who, Permission.CUSTOMER_VIEW, customer);
        MobileNumber number = customers.byId(customer).orElseThrow().mobile();
        return afterwards(relief.of(customer, card, kind), number, wish);
    }

    /**
     * Proposes other ways in the place of the app.
     *
     * @param wish at least one way that the bank offers for this password, without the app and without what is lost, and 1
     *     to {@link #daysMax()} days
     * @throws ir.ramzineh.staff.NotPermittedException the member may not do this, or not to this customer
     * @throws InvalidValueException it is not possible: out of bounds, or not as the password or the number stands
     */
    public ApprovalId propose(StaffId who, CustomerId about, CardId card, PasswordKind kind, EmergencyWish wish) {
        permissions.require(who, Permission.EMERGENCY_ACCESS, about);
        PasswordRelief.Standing standing = relief.of(about, card, kind);
        wish.require(standing.offered(), settings.daysMax());
        if (standing.state() != PasswordState.DYNAMIC || standing.emergencyUntil() != null) {
            throw new InvalidValueException("error.emergency.not-possible");
        }
        Customer customer = customers.byId(about).orElseThrow();
        if (customer.codesWait(clock.instant()).isPresent()) {
            throw new InvalidValueException("error.emergency.new-number");
        }
        String names = wish.ways().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        String lasting = Integer.toString(wish.days());
        return approvals.propose(
                who,
                new Proposal(
                        EmergencyDeed.KIND,
                        about,
                        card,
                        Map.of(
                                "card", cards.one(about, card).lastFour(),
                                "password", kind.name(),
                                "lost", wish.lost().name(),
                                "days", lasting),
                        Map.of(
                                EmergencyDeed.PASSWORD, kind.name(),
                                EmergencyDeed.WAYS, names,
                                EmergencyDeed.DAYS, lasting,
                                EmergencyDeed.LOST, wish.lost().name(),
                                EmergencyDeed.NUMBER, customer.mobile().e164()),
                        afterwards(standing, customer.mobile(), wish)));
    }

    private static List<Afterward> afterwards(
            PasswordRelief.Standing standing, MobileNumber number, EmergencyWish wish) {
        Set<CodeChannel> ways = wish.ways();
        List<Afterward> sentences = new ArrayList<>(Words.ways("emergency.after.works", ways));
        if (ways.contains(CodeChannel.SMS_TEXT_IN) || ways.contains(CodeChannel.HARIM)) {
            sentences.add(Afterward.of("emergency.after.sms-to", number.masked()));
        }
        if (ways.contains(CodeChannel.USSD)) {
            sentences.add(Afterward.of("emergency.after.dialled-from", number.masked()));
        }
        sentences.add(Afterward.of("emergency.after.app"));
        if (!ways.contains(CodeChannel.HARIM) && !standing.withoutApp().contains(CodeChannel.HARIM)) {
            sentences.add(Afterward.of("emergency.after.no-harim"));
        }
        sentences.add(Afterward.of("emergency.after.bound"));
        sentences.add(Afterward.of("emergency.after.until", Integer.toString(wish.days())));
        sentences.add(Afterward.of("emergency.after.new-phone"));
        if (standing.frozen()) {
            sentences.add(Afterward.of("unlock.after.frozen"));
        }
        return sentences;
    }
}
