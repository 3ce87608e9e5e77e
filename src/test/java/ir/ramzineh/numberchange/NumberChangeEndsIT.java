package ir.ramzineh.numberchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.SilentBank;
import ir.ramzineh.TestClock;
import ir.ramzineh.approval.Approval;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.approval.ApprovalOutcome;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.numberchange.NumberChange.Failure;
import ir.ramzineh.numberchange.NumberChange.State;
import ir.ramzineh.sms.IncomingMessages.Result;
import ir.ramzineh.staff.NotPermittedException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A bank that does not answer takes nobody's codes away for ever, and nobody's protection either (S3.4, decision 014). */
@PortalIT
class NumberChangeEndsIT {
    private static final Duration COOLING = Duration.ofHours(24);
    private static final Duration ASK_AFTER = Duration.ofHours(2);

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private SilentBank silence;

    @Autowired
    private NumberChanges changes;

    @Autowired
    private NumberWriter writer;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Customers customers;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private NumberScene scene;
    private NationalId person;

    @BeforeEach
    void aCustomerAtTheCounter() {
        scene = NumberScene.of(beans);
        person = scene.customer.nationalId();
    }

    @AfterEach
    void theBankAnswersAgain() {
        silence.answers(person);
    }

    @Test
    void aBankThatNeverAnswersAndKeepsTheOldNumberEndsTheChangeAndCodesGoOutAsBefore() {
        silence.deaf(person, SilentBank.CHANGE);
        scene.approved();
        scene.awaitTries(1);
        clock.advance(ASK_AFTER.minusMinutes(1));
        writer.sweep();
        scene.awaitTries(2);
        assertThat(scene.change().state()).as("it still has time").isEqualTo(State.WRITING);
        assertThat(scene.codesWait()).isTrue();

        clock.advance(Duration.ofMinutes(12));
        writer.sweep();
        scene.awaitState(State.FAILED);

        assertThat(scene.change().failure()).isEqualTo(Failure.NEVER_WRITTEN);
        assertThat(scene.codesWait()).isFalse();
        assertThat(scene.told(scene.before, "number.change-failed")).isEqualTo(1);
        assertThat(scene.atTheBank()).isEqualTo(scene.before);
        silence.answers(person);
        scene.approved();
        scene.awaitState(State.COOLING);
    }

    /** A bank that takes the change up after all: the number is a new one, and waits like any other. */
    @Test
    void aCopyThatArrivesAfterTheEndBringsANumberThatWaitsAndTheOldOneHears() {
        silence.deaf(person, SilentBank.CHANGE);
        scene.approved();
        scene.awaitTries(1);
        clock.advance(ASK_AFTER.plusMinutes(11));
        writer.sweep();
        scene.awaitState(State.FAILED);
        assertThat(scene.codesWait()).isFalse();

        scene.played.changeNumber(person, scene.after);
        customers.askForNumber(scene.customer.id());

        assertThat(scene.here()).isEqualTo(scene.after);
        assertThat(scene.codesWait()).isTrue();
        assertThat(scene.told(scene.before, "number.changed")).isEqualTo(1);
    }

    @Test
    void aHoldFromBeforeTheChangeIsNotShortenedByItsEnd() {
        transaction.executeWithoutResult(status ->
                customers.holdCodes(scene.customer.id(), clock.instant().plus(Duration.ofHours(5))));
        silence.deaf(person, SilentBank.CHANGE);
        scene.approved();
        scene.awaitTries(1);
        clock.advance(ASK_AFTER.plusMinutes(11));
        writer.sweep();
        scene.awaitState(State.FAILED);

        assertThat(scene.codesWait()).isTrue();
        clock.advance(Duration.ofHours(3));
        assertThat(scene.codesWait()).isFalse();
    }

    @Test
    void aBankThatHasWrittenButNeverSaysSoIsTakenAtItsNumber() {
        silence.mute(person, SilentBank.CHANGE);
        scene.approved();
        scene.awaitTries(1);
        assertThat(scene.change().state()).isEqualTo(State.WRITING);

        clock.advance(ASK_AFTER.plusMinutes(11));
        writer.sweep();
        scene.awaitState(State.COOLING);

        assertThat(scene.here()).isEqualTo(scene.after);
        assertThat(scene.told(scene.after, "number.new-waits")).isEqualTo(1);
        clock.advance(COOLING.minusMinutes(5));
        assertThat(scene.codesWait()).as("a whole day from now on").isTrue();
    }

    @Test
    void aBankThatAnswersLateIsTakenAtItsWord() {
        silence.deaf(person, SilentBank.CHANGE);
        scene.approved();
        scene.awaitTries(1);
        clock.advance(Duration.ofHours(1));
        writer.sweep();
        scene.awaitTries(2);
        silence.answers(person);
        clock.advance(Duration.ofHours(4));
        writer.sweep();
        scene.awaitState(State.COOLING);
        assertThat(scene.atTheBank()).isEqualTo(scene.after);
    }

    @Test
    void aThirdNumberAtTheBankEndsItAndWaitsAsANewOne() {
        silence.deaf(person, SilentBank.CHANGE);
        scene.approved();
        scene.awaitTries(1);
        MobileNumber third = PeopleFixtures.randomMobile();
        scene.played.changeNumber(person, third);
        clock.advance(ASK_AFTER.plusMinutes(11));
        writer.sweep();
        scene.awaitState(State.FAILED);

        assertThat(scene.change().failure()).isEqualTo(Failure.OTHER_NUMBER);
        await().until(() -> scene.here().equals(third));
        assertThat(scene.codesWait()).isTrue();
        clock.advance(COOLING.plusMinutes(1));
        assertThat(scene.codesWait()).isFalse();
    }

    @Test
    void twoPeopleGiveUpWhereTheBankSaysNothingAtAllAndTheHoldEndsByItself() {
        silent();
        assertThatThrownBy(() -> changes.giveUp(scene.teller.id(), scene.customer.id()))
                .as("the bank has time left")
                .hasMessage("error.number-change.not-stuck");
        clock.advance(Duration.ofDays(3));
        writer.sweep();
        scene.awaitTries(2);
        assertThat(scene.change().state()).as("nobody knows, so nobody ends it").isEqualTo(State.WRITING);
        assertThat(scene.codesWait()).isTrue();

        ApprovalId id = changes.giveUp(scene.teller.id(), scene.customer.id());
        Approval shown = approvals.one(scene.manager.id(), id).orElseThrow();
        assertThat(shown.proposal().facts()).containsEntry("number-standing", "SILENT");
        assertThatThrownBy(() -> approvals.approve(scene.teller.id(), id, ""))
                .isInstanceOf(NotPermittedException.class);
        assertThat(scene.change().state()).isEqualTo(State.WRITING);
        scene.approve(id);
        scene.awaitState(State.FAILED);

        assertThat(scene.change().failure()).isEqualTo(Failure.NO_ANSWER);
        assertThat(scene.codesWait()).isTrue();
        clock.advance(COOLING.plusMinutes(1));
        writer.sweep();
        assertThat(scene.codesWait()).isFalse();
    }

    /** The node of the approval dies before it asks: what stands in the row is enough for the next one. */
    @Test
    void aNodeThatDiesBetweenGivingUpAndAskingLeavesItToTheNext() {
        silent();
        clock.advance(Duration.ofDays(1));
        writer.sweep();
        scene.awaitTries(2);
        ApprovalId id = changes.giveUp(scene.teller.id(), scene.customer.id());
        jdbc.sql("update number_change set claim = 7, claimed_until = :until where id = :id")
                .param("until", UtcTime.toColumn(clock.instant().plusSeconds(120)))
                .param("id", scene.change().id())
                .update();
        scene.approve(id);
        writer.sweep();
        assertThat(scene.change().state()).as("somebody seems to be at it").isEqualTo(State.WRITING);
        assertThat(scene.change().stuck()).as("given up once").isFalse();

        clock.advance(Duration.ofMinutes(3));
        writer.sweep();
        scene.awaitState(State.FAILED);
    }

    /** The number somebody has objected to gets no codes by a mere silence; two people may decide it. */
    @Test
    void aCancelledChangeWhoseNewNumberStandsGoesOnUntilTwoPeopleEndIt() {
        scene.approved();
        scene.awaitState(State.COOLING);
        silence.deaf(person, SilentBank.CHANGE);
        assertThat(scene.text(scene.before, "لغو")).isEqualTo(Result.HANDLED);
        scene.awaitTries(2);
        clock.advance(Duration.ofDays(2));
        writer.sweep();
        scene.awaitTries(3);
        assertThat(scene.change().state()).isEqualTo(State.TAKING_BACK);
        assertThat(scene.codesWait()).isTrue();

        ApprovalId id = changes.giveUp(scene.teller.id(), scene.customer.id());
        assertThat(scene.decides(scene.manager, id))
                .as("the manager who let the number be changed does not overrule the old one")
                .isNotInstanceOf(ApprovalOutcome.Decided.class);
        assertThat(scene.change().state()).isEqualTo(State.TAKING_BACK);
        assertThat(scene.decides(scene.otherManager, id)).isInstanceOf(ApprovalOutcome.Decided.class);
        scene.awaitState(State.DONE);

        assertThat(scene.told(scene.before, "number.change-stands")).isEqualTo(1);
        assertThat(scene.codesWait()).isTrue();
        clock.advance(COOLING.plusMinutes(1));
        assertThat(scene.codesWait()).isFalse();
    }

    @Test
    void aCancelledChangeWhoseAnswerIsLostIsOverWhenTheOldNumberStands() {
        scene.approved();
        scene.awaitState(State.COOLING);
        silence.mute(person, SilentBank.CHANGE);
        scene.text(scene.before, "لغو");
        scene.awaitTries(2);
        clock.advance(ASK_AFTER.plusMinutes(11));
        writer.sweep();
        scene.awaitState(State.TAKEN_BACK);
        assertThat(scene.here()).isEqualTo(scene.before);
        assertThat(scene.codesWait()).isTrue();
    }

    @Test
    void aDecisionAboutAnotherStateOfTheChangeIsNotCarriedOut() {
        silent();
        clock.advance(Duration.ofDays(1));
        writer.sweep();
        scene.awaitTries(2);
        ApprovalId id = changes.giveUp(scene.teller.id(), scene.customer.id());
        assertThat(scene.text(scene.before, "لغو")).isEqualTo(Result.HANDLED);
        assertThat(approvals.approve(scene.manager.id(), id, ""))
                .isEqualTo(new ApprovalOutcome.NotPossible("error.number-change.not-stuck"));
    }

    private void silent() {
        silence.deaf(person, SilentBank.CHANGE);
        scene.approved();
        silence.deaf(person, SilentBank.CHANGE, SilentBank.CUSTOMER);
        scene.awaitTries(1);
    }
}
