package ir.ramzineh.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ir.ramzineh.Patience;
import ir.ramzineh.PortalIT;
import ir.ramzineh.approval.ApprovalOutcome;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.kernel.CardId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A wave comes to its end whatever stands in it, and afterwards keeps its totals and no cards. */
@PortalIT
class WaveEndsIT extends MeterScene {
    @Autowired
    private Reminders reminders;

    @Autowired
    private ReminderWork work;

    @Autowired
    private Approvals approvals;

    @Test
    void aCardThatCannotBeDealtWithFailsByItselfAndTheOthersAreRemindedOf() {
        Customer broken = somebody();
        CardId bad = card(broken);
        Customer whole = somebody();
        CardId good = card(whole);
        byte[] mobile = jdbc.sql("select mobile_sealed from customer where id = :id")
                .param("id", broken.id().value())
                .query((row, n) -> row.getBytes("mobile_sealed"))
                .single();
        mobile(broken, new byte[] {0, 1, 2});
        try {
            ReminderWave wave = overWith();

            assertThat(state(wave, bad)).isEqualTo("FAILED");
            assertThat(state(wave, good)).isEqualTo("SENT");
            assertThat(List.of(wave.total(), wave.sent(), wave.skipped())).containsExactly(2, 1, 1);
        } finally {
            mobile(broken, mobile);
        }
    }

    @Test
    void cardsOfAWaveThatIsOverForLongAreRemovedAndItsTotalsStay() {
        card(somebody());
        card(somebody());
        ReminderWave wave = overWith();
        await().atMost(Patience.LONG).until(() -> settled(wave));

        work.purge();
        assertThat(cardsOf(wave)).as("it ended just now").isEqualTo(2);
        jdbc.sql("update reminder_wave set ended_at = ended_at - interval 91 day where id = :wave")
                .param("wave", wave.id())
                .update();
        work.purge();

        assertThat(cardsOf(wave)).isZero();
        ReminderWave after = reminders.newest(manager).getFirst();
        assertThat(after).isEqualTo(wave);
        assertThat(after.total()).isEqualTo(2);
        assertThat(after.sent()).isEqualTo(2);
    }

    private ReminderWave overWith() {
        assertThat(approvals.approve(manager, reminders.propose(teller), ""))
                .isInstanceOf(ApprovalOutcome.Decided.class);
        await().atMost(Patience.LONG).until(() -> {
            work.run();
            return reminders.newest(manager).getFirst().state() == ReminderWave.State.DONE;
        });
        return reminders.newest(manager).getFirst();
    }

    private void mobile(Customer whose, byte[] sealed) {
        jdbc.sql("update customer set mobile_sealed = :mobile where id = :id")
                .param("mobile", sealed)
                .param("id", whose.id().value())
                .update();
    }

    private boolean settled(ReminderWave wave) {
        return jdbc.sql("select total is not null from reminder_wave where id = :wave")
                .param("wave", wave.id())
                .query(Boolean.class)
                .single();
    }

    private int cardsOf(ReminderWave wave) {
        return jdbc.sql("select count(*) from reminder_card where wave_id = :wave")
                .param("wave", wave.id())
                .query(Integer.class)
                .single();
    }

    private String state(ReminderWave wave, CardId card) {
        return jdbc.sql("select state from reminder_card where wave_id = :wave and card_id = :card")
                .param("wave", wave.id())
                .param("card", card.value())
                .query(String.class)
                .single();
    }
}
