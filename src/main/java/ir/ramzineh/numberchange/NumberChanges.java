package ir.ramzineh.numberchange;

import ir.ramzineh.approval.Afterward;
import ir.ramzineh.approval.Approval;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.approval.ApprovalState;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.approval.Proposal;
import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.Cards;
import ir.ramzineh.corebank.CoreBank;
import ir.ramzineh.corebank.NumberOwnership;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffMember;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Corrects the registered mobile number at a branch (S3.4, S4.4, S9.3, D3): identity document seen, the register asked
 * whose number it is, a second person's approval, and then a time without codes in which the old number may cancel.
 */
@Service
public class NumberChanges {
    private final NumberChangeTable table;
    private final NumberEnding ending;
    private final Approvals approvals;
    private final Permissions permissions;
    private final Customers customers;
    private final CoreBank bank;
    private final NumberOwnership register;
    private final Cards cards;
    private final Issuers issuers;
    private final AuditTrail audit;
    private final NumberChangeSettings settings;
    private final TransactionTemplate transaction;

    NumberChanges(
            NumberChangeTable table,
            NumberEnding ending,
            Approvals approvals,
            Permissions permissions,
            Customers customers,
            CoreBank bank,
            NumberOwnership register,
            Cards cards,
            Issuers issuers,
            AuditTrail audit,
            NumberChangeSettings settings,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.ending = ending;
        this.approvals = approvals;
        this.permissions = permissions;
        this.customers = customers;
        this.bank = bank;
        this.register = register;
        this.cards = cards;
        this.issuers = issuers;
        this.audit = audit;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Proposes another number. The bank and the register are asked first, so it may take seconds.
     *
     * @throws ir.ramzineh.staff.NotPermittedException the member may not do this, or not to this customer
     */
    @Transactional(propagation = Propagation.NEVER)
    public NumberProposed propose(StaffId who, CustomerId about, NumberWish wish) {
        StaffMember maker = permissions.require(who, Permission.NUMBER_CHANGE, about);
        customers.askForNumber(about);
        Customer customer = customers.byId(about).orElseThrow();
        if (customer.mobile().equals(wish.number())) {
            return new NumberProposed.SameNumber();
        }
        Optional<NumberChange> open = table.latest(about)
                .map(this::shown)
                .filter(change -> change.state().open());
        if (open.isPresent()) {
            return new NumberProposed.UnderWay(open.get());
        }
        if (waiting(who, about)) {
            return new NumberProposed.ProposedBefore();
        }
        return switch (register.ask(customer.nationalId(), wish.number())) {
            case OWNER -> put(who, customer, wish, true);
            case NOT_OWNER -> {
                note(maker, about, "number-change.not-theirs");
                yield new NumberProposed.NotTheirs();
            }
            case NO_ANSWER ->
                switch (settings.registerSilent()) {
                    case MARK -> put(who, customer, wish, false);
                    case REFUSE -> {
                        note(maker, about, "number-change.register-silent");
                        yield new NumberProposed.RegisterSilent();
                    }
                };
        };
    }

    /** The latest approved change of a customer, running or over. */
    public Optional<NumberChange> latest(StaffId reader, CustomerId about) {
        permissions.require(reader, Permission.CUSTOMER_VIEW, about);
        return table.latest(about).map(this::shown);
    }

    /**
     * Proposes to give up a change that the bank does not answer. The bank is asked which number it has, for the second
     * person to read.
     *
     * @throws ir.ramzineh.staff.NotPermittedException the member may not do this, or not to this customer
     * @throws InvalidValueException {@code error.number-change.not-stuck}: there is none, or the bank has time left
     */
    @Transactional(propagation = Propagation.NEVER)
    public ApprovalId giveUp(StaffId who, CustomerId about) {
        permissions.require(who, Permission.NUMBER_CHANGE, about);
        NumberChangeTable.Row change = table.latest(about)
                .filter(latest -> shown(latest).stuck())
                .orElseThrow(() -> new InvalidValueException("error.number-change.not-stuck"));
        Customer customer = customers.byId(about).orElseThrow();
        Standing.Which standing =
                Standing.ask(bank, customer.nationalId(), change).which();
        String hours = Long.toString(coolingOff().toHours());
        boolean back = change.state() == NumberChange.State.TAKING_BACK;
        return approvals.propose(
                who,
                new Proposal(
                        NumberGiveUpDeed.KIND,
                        about,
                        null,
                        Map.of(
                                "number-before", change.before().masked(),
                                "number-after", change.after().masked(),
                                "number-change", change.state().name(),
                                "number-standing", standing.name()),
                        Map.of(
                                NumberGiveUpDeed.CHANGE, Long.toString(change.id()),
                                NumberGiveUpDeed.STATE, change.state().name()),
                        List.of(
                                Afterward.of("number-give-up.after.last"),
                                Afterward.of(
                                        back ? "number-give-up.after.back-old" : "number-give-up.after.old",
                                        change.before().masked(),
                                        hours),
                                Afterward.of(
                                        back ? "number-give-up.after.back-new" : "number-give-up.after.new",
                                        change.after().masked(),
                                        hours),
                                back
                                        ? Afterward.of(
                                                "number-give-up.after.back-silent",
                                                change.after().masked(),
                                                hours)
                                        : Afterward.of("number-give-up.after.silent", hours))));
    }

    private NumberChange shown(NumberChangeTable.Row change) {
        return change.shown(ending.isStuck(change));
    }

    /** How long no codes go to a new number, for who explains it. */
    public Duration coolingOff() {
        return customers.newNumberWait();
    }

    private NumberProposed put(StaffId who, Customer customer, NumberWish wish, boolean proven) {
        String reply = replyNumber(customer.id());
        String hours = Long.toString(coolingOff().toHours());
        Map<String, String> facts = Map.of(
                "number-before", customer.mobile().masked(),
                "number-after", wish.number().masked(),
                "document", wish.document().name(),
                "document-digits", wish.lastDigits(),
                "ownership", proven ? "PROVEN" : "NOT_PROVEN");
        Map<String, String> payload = Map.of(
                NumberChangeDeed.BEFORE, customer.mobile().e164(),
                NumberChangeDeed.AFTER, wish.number().e164(),
                NumberChangeDeed.REPLY, reply);
        ApprovalId id = approvals.propose(
                who,
                new Proposal(
                        NumberChangeDeed.KIND, customer.id(), null, facts, payload, afterwards(wish, hours, reply)));
        return new NumberProposed.Waiting(id, proven);
    }

    private static List<Afterward> afterwards(NumberWish wish, String hours, String reply) {
        return List.of(
                Afterward.of("number-change.after.no-codes", hours),
                Afterward.of("number-change.after.app"),
                Afterward.of("number-change.after.sign-ins"),
                reply.isEmpty()
                        ? Afterward.of("number-change.after.told")
                        : Afterward.of("number-change.after.cancel", reply),
                Afterward.of("number-change.after.then", wish.number().masked()));
    }

    private boolean waiting(StaffId who, CustomerId about) {
        return permissions.may(who, Permission.APPROVAL_VIEW, about)
                && approvals.of(who, about).stream().anyMatch(NumberChanges::waits);
    }

    private static boolean waits(Approval approval) {
        return approval.state() == ApprovalState.WAITING
                && approval.proposal().kind().equals(NumberChangeDeed.KIND);
    }

    /** A short number that hears phones: of a bank of the customer's cards, else of any; empty where there is none. */
    private String replyNumber(CustomerId customer) {
        Stream<IssuerProfile> own =
                cards.of(customer).stream().map(CardOverview::issuerKey).flatMap(key -> issuers.byKey(key).stream());
        return Stream.concat(own, issuers.all().stream())
                .flatMap(issuer -> issuer.sms().shortNumber().stream())
                .findFirst()
                .orElse("");
    }

    private void note(StaffMember maker, CustomerId about, String kind) {
        transaction.executeWithoutResult(
                status -> audit.record(new AuditEvent(new Actor.Staff(maker.userName()), kind, about, null, Map.of())));
    }
}
