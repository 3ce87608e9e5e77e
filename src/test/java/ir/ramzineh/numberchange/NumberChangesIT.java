package ir.ramzineh.numberchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ir.ramzineh.Patience;
import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PlayedBank;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.approval.Approval;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.approval.ApprovalOutcome;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.corebank.CoreBank;
import ir.ramzineh.credential.SignIn;
import ir.ramzineh.credential.SignInOutcome;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.customer.Notice;
import ir.ramzineh.customer.Notices;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.numberchange.NumberChange.State;
import ir.ramzineh.numberchange.NumberProposed.Waiting;
import ir.ramzineh.sms.IncomingMessages;
import ir.ramzineh.sms.IncomingMessages.Result;
import ir.ramzineh.sms.IncomingSms;
import ir.ramzineh.sms.SmsOutbox;
import ir.ramzineh.sms.SmsRequest;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffFixtures.Known;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Another number at the counter (S3.4, S4.4, S9.3, D3): two people, a time without codes, a way back for the old one. */
@PortalIT
class NumberChangesIT {
    private static final BranchCode HERE = new BranchCode("1203");
    private static final Duration COOLING = Duration.ofHours(24);
    private static final String SHORT_NUMBER = "30003303";

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private NumberChanges changes;

    @Autowired
    private NumberWriter writer;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Customers customers;

    @Autowired
    private CoreBank bank;

    @Autowired
    private SignIn signIn;

    @Autowired
    private SmsOutbox outbox;

    @Autowired
    private IncomingMessages incoming;

    @Autowired
    private Notices notices;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private IdSource ids;

    @Autowired
    private TestClock clock;

    private PlayedBank played;
    private String userName;
    private Customer customer;
    private MobileNumber before;
    private MobileNumber after;
    private Known teller;
    private Known manager;

    @BeforeEach
    void aCustomerOfTheBankAtTheCounter() {
        PeopleFixtures people = PeopleFixtures.of(beans);
        people.forgetWaits();
        played = beans.createBean(PlayedBank.class);
        userName = PeopleFixtures.randomUserName();
        customer = people.customer(userName);
        before = customer.mobile();
        after = PeopleFixtures.randomMobile();
        played.person(customer.nationalId(), before);
        played.card(customer.nationalId(), PlayedBank.number("610433"), "NORMAL", 1410, true);
        StaffFixtures staff = StaffFixtures.of(beans);
        staff.home(customer.id(), HERE);
        teller = staff.member(Role.TELLER, HERE);
        manager = staff.member(Role.BRANCH_MANAGER, HERE);
    }

    @Test
    void afterTheSecondPersonTheBankHasTheNewNumberAndBothPhonesHearOfIt() {
        Waiting waiting = (Waiting) changes.propose(teller.id(), customer.id(), wish(after));
        assertThat(waiting.proven()).isTrue();
        assertThat(registered()).as("nothing happens before").isEqualTo(before);
        Approval shown = approvals.one(manager.id(), waiting.approval()).orElseThrow();
        assertThat(shown.proposal().facts())
                .containsEntry("number-after", after.masked())
                .containsEntry("document-digits", "4711")
                .doesNotContainValue(after.national());
        assertThat(shown.proposal().afterwards()).hasSize(5);

        approve(waiting.approval());

        assertThat(registered()).isEqualTo(after);
        assertThat(customers.byId(customer.id()).orElseThrow().mobile()).isEqualTo(after);
        assertThat(told(before, "number.change-begun-cancel")).isEqualTo(1);
        assertThat(told(before, "number.changed")).isEqualTo(1);
        assertThat(told(after, "number.changed")).isEqualTo(1);
        assertThat(told(after, "number.new-waits")).isEqualTo(1);
        assertThat(notices.of(customer.id(), 10))
                .extracting(Notice::kind)
                .contains("number-change.begun", "customer.number-changed");
    }

    /** Decision 014: whoever wants to send a code, the outbox keeps it until the time is over. */
    @Test
    void noCodeGoesToTheNewNumberForADayAndNewsDoes() {
        changed();
        assertThat(signIn()).isInstanceOf(SignInOutcome.Wait.class);
        assertThat(codeTo(after)).isEqualTo("FAILED");
        clock.advance(COOLING.minusMinutes(1));
        assertThat(signIn()).isInstanceOf(SignInOutcome.Wait.class);
        assertThat(codeTo(after)).isEqualTo("FAILED");

        clock.advance(Duration.ofMinutes(2));

        assertThat(codeTo(after)).isNotEqualTo("FAILED");
        assertThat(signIn()).isInstanceOf(SignInOutcome.CodeRequired.class);
        writer.sweep();
        assertThat(state()).isEqualTo(State.DONE);
        assertThat(notices.of(customer.id(), 10)).extracting(Notice::kind).contains("number-change.done");
    }

    @Test
    void theOldNumberCancelsOnceTheOldNumberIsRegisteredAgainAndACaseStands() {
        changed();
        assertThat(text(before, "لغو")).isEqualTo(Result.HANDLED);
        await().atMost(Patience.LONG).until(() -> state() == State.TAKEN_BACK);

        assertThat(registered()).isEqualTo(before);
        assertThat(customers.byId(customer.id()).orElseThrow().mobile()).isEqualTo(before);
        assertThat(cases()).isEqualTo(1);
        assertThat(codeTo(before)).as("a stolen phone gains nothing by it").isEqualTo("FAILED");
        assertThat(told(after, "number.change-cancelled")).isEqualTo(1);

        text(before, "لغو");
        assertThat(cases()).isEqualTo(1);
        assertThat(told(after, "number.change-cancelled")).isEqualTo(1);
        clock.advance(COOLING.plusMinutes(1));
        assertThat(codeTo(before)).isNotEqualTo("FAILED");
    }

    @Test
    void aMereOneCancelsWhereNobodyHasTheOldNumberAnyMore() {
        changed();
        assertThat(text(before, "۱")).isEqualTo(Result.HANDLED);
        await().atMost(Patience.LONG).until(() -> state() == State.TAKEN_BACK);
    }

    @Test
    void anAnswerOfAnybodyElseCancelsNothing() {
        changed();
        text(PeopleFixtures.randomMobile(), "لغو");
        text(after, "لغو");
        assertThat(state()).isEqualTo(State.COOLING);
    }

    @Test
    void anAnswerAfterTheTimeIsToldSoAndChangesNothing() {
        changed();
        clock.advance(COOLING.plusMinutes(1));
        text(before, "لغو");
        writer.sweep();
        text(before, "cancel");

        assertThat(state()).isEqualTo(State.DONE);
        assertThat(registered()).isEqualTo(after);
        assertThat(told(before, "number.cancel-late")).isEqualTo(2);
    }

    @Test
    void whileOneIsUnderWayNoOtherIsProposedOrDone() {
        Waiting first = (Waiting) changes.propose(teller.id(), customer.id(), wish(after));
        assertThat(changes.propose(teller.id(), customer.id(), wish(PeopleFixtures.randomMobile())))
                .isInstanceOf(NumberProposed.ProposedBefore.class);
        approve(first.approval());
        assertThat(changes.propose(teller.id(), customer.id(), wish(PeopleFixtures.randomMobile())))
                .isInstanceOf(NumberProposed.UnderWay.class);
    }

    @Test
    void aProposalFromBeforeTheNumberMovedIsNotDone() {
        Waiting waiting = (Waiting) changes.propose(teller.id(), customer.id(), wish(after));
        MobileNumber third = PeopleFixtures.randomMobile();
        played.changeNumber(customer.nationalId(), third);
        customers.askForNumber(customer.id());

        assertThat(approvals.approve(manager.id(), waiting.approval(), ""))
                .isEqualTo(new ApprovalOutcome.NotPossible("error.number-change.other-number-now"));
        assertThat(registered()).isEqualTo(third);
    }

    /** The bank had a third number when it was asked: its word stands. */
    @Test
    void aBankThatHasAThirdNumberKeepsItAndTheCustomerHearsThatNothingChanged() {
        Waiting waiting = (Waiting) changes.propose(teller.id(), customer.id(), wish(after));
        MobileNumber third = PeopleFixtures.randomMobile();
        played.changeNumber(customer.nationalId(), third);
        assertThat(approvals.approve(manager.id(), waiting.approval(), "")).isInstanceOf(ApprovalOutcome.Decided.class);
        await().atMost(Patience.LONG).until(() -> state() == State.FAILED);

        assertThat(registered()).isEqualTo(third);
        assertThat(told(before, "number.change-failed")).isEqualTo(1);
    }

    /** A worker that died after the bank had written: the next one asks again, and it is the same change. */
    @Test
    void anAnswerThatWasLostIsAskedForAgainAndNothingHappensTwice() {
        Waiting waiting = (Waiting) changes.propose(teller.id(), customer.id(), wish(after));
        approve(waiting.approval());
        jdbc.sql(
                        "update number_change set state = 'WRITING', claim = 1, claimed_until = next_try_at where customer_id = :c")
                .param("c", customer.id().value())
                .update();
        writer.sweep();
        await().atMost(Patience.LONG).until(() -> state() == State.COOLING);
        assertThat(registered()).isEqualTo(after);
        assertThat(told(after, "number.changed")).isEqualTo(1);
    }

    @Test
    void aNumberOfSomebodyElseIsNotProposedNorOneTheRegisterSaysNothingAbout() {
        MobileNumber theirs = PeopleFixtures.randomMobile();
        played.person(PeopleFixtures.randomNationalId(), theirs);
        assertThat(changes.propose(teller.id(), customer.id(), wish(theirs)))
                .isInstanceOf(NumberProposed.NotTheirs.class);
        assertThat(changes.propose(teller.id(), customer.id(), wish(new MobileNumber("+989127770000"))))
                .isInstanceOf(NumberProposed.RegisterSilent.class);
        assertThat(changes.propose(teller.id(), customer.id(), wish(before)))
                .isInstanceOf(NumberProposed.SameNumber.class);
        assertThat(approvals.of(manager.id(), customer.id())).isEmpty();
    }

    @Test
    void whoMayNotProposeIsRefused() {
        StaffFixtures staff = StaffFixtures.of(beans);
        List<Known> refused = List.of(
                staff.member(Role.TELLER, new BranchCode("77")),
                staff.member(Role.SUPPORT, null),
                staff.member(Role.AUDITOR, null),
                staff.member(Role.TELLER, HERE, customer.nationalId()));
        for (Known who : refused) {
            assertThatThrownBy(() -> changes.propose(who.id(), customer.id(), wish(after)))
                    .isInstanceOf(NotPermittedException.class);
        }
        assertThatThrownBy(() -> new NumberWish(after, IdentityDocument.PASSPORT, "12"))
                .isInstanceOf(InvalidValueException.class);
    }

    private void changed() {
        approve(((Waiting) changes.propose(teller.id(), customer.id(), wish(after))).approval());
    }

    private void approve(ApprovalId id) {
        assertThat(approvals.approve(manager.id(), id, "")).isInstanceOf(ApprovalOutcome.Decided.class);
        await().atMost(Patience.LONG).until(() -> state() == State.COOLING);
    }

    private State state() {
        return changes.latest(teller.id(), customer.id()).orElseThrow().state();
    }

    private static NumberWish wish(MobileNumber number) {
        return new NumberWish(number, IdentityDocument.NATIONAL_CARD, "۴۷۱۱");
    }

    private MobileNumber registered() {
        return bank.customer(customer.nationalId()).orElseThrow().mobile();
    }

    private SignInOutcome signIn() {
        PeopleFixtures.of(beans).forgetWaits();
        return signIn.password(userName, PeopleFixtures.PASSWORD, new ClientAddress("192.0.2.91"), null);
    }

    /** What becomes of a code that some module hands to the outbox without asking anybody. */
    private String codeTo(MobileNumber number) {
        long id = transaction.execute(status -> outbox.send(new SmsRequest(
                        number,
                        "recovery.code",
                        Map.of("code", "314159"),
                        Locale.of("fa"),
                        clock.instant().plusSeconds(60),
                        "recovery",
                        customer.id()))
                .value());
        return jdbc.sql("select state from sms_message where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private Result text(MobileNumber from, String text) {
        return incoming.receive(new IncomingSms("test", Long.toString(ids.next()), from.e164(), SHORT_NUMBER, text));
    }

    private int cases() {
        return jdbc.sql("select count(*) from fraud_case where customer_id = :c and what = 'number-change'")
                .param("c", customer.id().value())
                .query(Integer.class)
                .single();
    }

    private int told(MobileNumber number, String template) {
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
