package ir.ramzineh.numberchange;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.numberchange.NumberChange.State;
import ir.ramzineh.sms.IncomingMessages.Result;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The word from the old number (S3.4, decision 014): heard whatever else was sent, and it protects in that instant. */
@PortalIT
class NumberCancelIT {
    private static final Duration COOLING = Duration.ofHours(24);

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private NumberScene scene;

    @BeforeEach
    void aCustomerAtTheCounter() {
        scene = NumberScene.of(beans);
    }

    /** Cancelled in the last instant: from that commit on nothing goes out, whoever asks the bank and when. */
    @Test
    void theWordFromTheOldNumberHoldsCodesByItself() {
        scene.approved();
        scene.awaitState(State.COOLING);
        clock.advance(COOLING.minusSeconds(5));
        long id = scene.change().id();
        // The node that would ask the bank has died: nobody takes the change up for a while.
        jdbc.sql("update number_change set claim = 7, claimed_until = :until where id = :id")
                .param("until", UtcTime.toColumn(clock.instant().plusSeconds(600)))
                .param("id", id)
                .update();

        assertThat(scene.text(scene.before, "لغو")).isEqualTo(Result.HANDLED);

        clock.advance(Duration.ofSeconds(30));
        assertThat(scene.change().state()).isEqualTo(State.TAKING_BACK);
        assertThat(scene.codesWait()).isTrue();
    }

    /** Whoever sends under the forged old number uses its limit up; the word that cancels is heard all the same, once. */
    @Test
    void theWordOfARunningChangePassesTheLimitOfItsSenderOnce() {
        scene.approved();
        scene.awaitState(State.COOLING);
        Result last = Result.HANDLED;
        for (int i = 0; i < 40 && last != Result.LIMITED; i++) {
            last = scene.text(scene.before, "سلام " + i);
        }
        assertThat(last).isEqualTo(Result.LIMITED);
        assertThat(scene.text(scene.before, "سلام")).isEqualTo(Result.LIMITED);

        assertThat(scene.text(scene.before, "لغو")).isEqualTo(Result.HANDLED);

        scene.awaitState(State.TAKEN_BACK);
        assertThat(scene.text(scene.before, "لغو")).isEqualTo(Result.LIMITED);
    }

    /** The bank had a third number when it should have been taken back: whoever asks again hears how it stands. */
    @Test
    void theWordOnceMoreAfterATakingBackThatFailedGetsAnAnswerAndChangesNothing() {
        scene.approved();
        scene.awaitState(State.COOLING);
        scene.played.changeNumber(scene.customer.nationalId(), PeopleFixtures.randomMobile());
        assertThat(scene.text(scene.before, "لغو")).isEqualTo(Result.HANDLED);
        scene.awaitState(State.FAILED);
        assertThat(scene.told(scene.before, "number.change-stands")).isEqualTo(1);

        assertThat(scene.text(scene.before, "لغو")).isEqualTo(Result.HANDLED);
        assertThat(scene.told(scene.before, "number.change-stands")).isEqualTo(2);
        assertThat(scene.change().state()).isEqualTo(State.FAILED);
        assertThat(scene.told(scene.before, "number.cancel-late")).isZero();
        assertThat(rows("number-change.cancel-late")).isEqualTo(1);
    }

    /** Nothing was changed, so there is nothing to say about a cancel; the word may mean something else. */
    @Test
    void theWordAfterAChangeThatWasNeverMadeIsNotOurs() {
        ApprovalId proposed = scene.proposed();
        scene.played.changeNumber(scene.customer.nationalId(), PeopleFixtures.randomMobile());
        scene.approve(proposed);
        scene.awaitState(State.FAILED);

        scene.text(scene.before, "لغو");

        assertThat(scene.told(scene.before, "number.change-stands")).isZero();
        assertThat(rows("number-change.cancel-late")).isZero();
    }

    private int rows(String kind) {
        return jdbc.sql("select count(*) from audit_event where kind = :kind and customer_id = :customer")
                .param("kind", kind)
                .param("customer", scene.customer.id().value())
                .query(Integer.class)
                .single();
    }
}
