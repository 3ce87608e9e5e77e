package ir.ramzineh.numberchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ir.ramzineh.Patience;
import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PlayedBank;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.approval.ApprovalOutcome;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.corebank.CoreBank;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.numberchange.NumberChange.State;
import ir.ramzineh.numberchange.NumberProposed.Waiting;
import ir.ramzineh.sms.IncomingMessages;
import ir.ramzineh.sms.IncomingSms;
import ir.ramzineh.sms.SmsOutbox;
import ir.ramzineh.sms.SmsRequest;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffFixtures.Known;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A customer of the bank at the counter, a teller and a manager; what happens to the number. Made with {@link #of}. */
final class NumberScene {
    private static final BranchCode HERE = new BranchCode("1203");
    private static final String SHORT_NUMBER = "30003303";

    final PlayedBank played;
    final Customer customer;
    final MobileNumber before;
    final MobileNumber after = PeopleFixtures.randomMobile();
    final Known teller;
    final Known manager;
    final Known otherManager;

    private final NumberChanges changes;
    private final Approvals approvals;
    private final Customers customers;
    private final CoreBank bank;
    private final SmsOutbox outbox;
    private final IncomingMessages incoming;
    private final JdbcClient jdbc;
    private final IdSource ids;
    private final Clock clock;
    private final TransactionTemplate transaction;

    NumberScene(
            AutowireCapableBeanFactory beans,
            NumberChanges changes,
            Approvals approvals,
            Customers customers,
            CoreBank bank,
            SmsOutbox outbox,
            IncomingMessages incoming,
            JdbcClient jdbc,
            IdSource ids,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.changes = changes;
        this.approvals = approvals;
        this.customers = customers;
        this.bank = bank;
        this.outbox = outbox;
        this.incoming = incoming;
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        PeopleFixtures people = PeopleFixtures.of(beans);
        people.forgetWaits();
        played = beans.createBean(PlayedBank.class);
        customer = people.customer(PeopleFixtures.randomUserName());
        before = customer.mobile();
        played.person(customer.nationalId(), before);
        played.card(customer.nationalId(), PlayedBank.number("610433"), "NORMAL", 1410, true);
        StaffFixtures staff = StaffFixtures.of(beans);
        staff.home(customer.id(), HERE);
        teller = staff.member(Role.TELLER, HERE);
        manager = staff.member(Role.BRANCH_MANAGER, HERE);
        otherManager = staff.member(Role.BRANCH_MANAGER, HERE);
    }

    static NumberScene of(AutowireCapableBeanFactory beans) {
        return beans.createBean(NumberScene.class);
    }

    /** Proposed and approved; how far it comes depends on the bank. */
    void approved() {
        approve(proposed());
    }

    ApprovalId proposed() {
        NumberWish wish = new NumberWish(after, IdentityDocument.NATIONAL_CARD, "4711");
        return ((Waiting) changes.propose(teller.id(), customer.id(), wish)).approval();
    }

    void approve(ApprovalId id) {
        assertThat(decides(manager, id)).isInstanceOf(ApprovalOutcome.Decided.class);
    }

    ApprovalOutcome decides(Known member, ApprovalId id) {
        return approvals.approve(member.id(), id, "");
    }

    NumberChange change() {
        return changes.latest(teller.id(), customer.id()).orElseThrow();
    }

    void awaitState(State state) {
        await().atMost(Patience.LONG).until(() -> change().state() == state);
    }

    /** The bank has been asked that often, and nobody is asking in this moment. */
    void awaitTries(int tries) {
        await().atMost(Patience.LONG)
                .until(() -> change().tries() >= tries
                        && jdbc.sql("select claim is null from number_change where id = :id")
                                .param("id", change().id())
                                .query(Boolean.class)
                                .single());
    }

    MobileNumber atTheBank() {
        return bank.customer(customer.nationalId()).orElseThrow().mobile();
    }

    MobileNumber here() {
        return customers.byId(customer.id()).orElseThrow().mobile();
    }

    /** Whether codes wait; by the time that stands with the customer and by what the outbox does. */
    boolean codesWait() {
        boolean waits = customers
                .byId(customer.id())
                .orElseThrow()
                .codesWait(clock.instant())
                .isPresent();
        assertThat(kept()).as("the outbox and the customer agree").isEqualTo(waits);
        return waits;
    }

    private boolean kept() {
        long id = transaction.execute(status -> outbox.send(new SmsRequest(
                        here(),
                        "recovery.code",
                        Map.of("code", "314159"),
                        Locale.of("fa"),
                        clock.instant().plusSeconds(60),
                        "recovery",
                        customer.id()))
                .value());
        return jdbc.sql("select state = 'FAILED' from sms_message where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    IncomingMessages.Result text(MobileNumber from, String text) {
        return incoming.receive(new IncomingSms("test", Long.toString(ids.next()), from.e164(), SHORT_NUMBER, text));
    }

    int told(MobileNumber number, String template) {
        return jdbc.sql("""
                        select count(*) from sms_message
                        where customer_id = :customer and masked_number = :masked and template = :template
                        """)
                .param("customer", customer.id().value())
                .param("masked", number.masked())
                .param("template", template)
                .query(Integer.class)
                .single();
    }
}
