package ir.ramzineh.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.audit.SettledRows;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.vault.Vault;
import ir.ramzineh.verification.PlayedCard;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** States of passwords are counted once a day, range by range, and no count keeps another from its turn. */
@PortalIT
class CardCountingIT {
    @Autowired
    private Counting counting;

    @Autowired
    private CardDays days;

    @Autowired
    private SettledRows settled;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Vault vault;

    @Autowired
    private IdSource ids;

    @Autowired
    private TestClock clock;

    private PlayedBranch branch;
    private LocalDate day;

    @BeforeEach
    void aDayThatNobodyElseCounts() {
        branch = new PlayedBranch(jdbc, vault, ids);
        day = LocalDate.of(2040, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(3_000));
    }

    @AfterEach
    void forgotten() {
        days.forget(day);
    }

    @Test
    void aDayIsCountedOnceAndTheNextAnew() {
        PlayedCard card = branch.card();
        counting.cards(day);
        assertThat(counted(day, "LOCKED")).isZero();
        jdbc.sql("update card_password set state = 'LOCKED' where card_id = :id")
                .param("id", card.id().value())
                .update();
        counting.cards(day);
        assertThat(counted(day, "LOCKED")).as("once a day").isZero();
        LocalDate next = day.plusDays(1);
        try {
            counting.cards(next);
            assertThat(counted(next, "LOCKED"))
                    .isEqualTo(jdbc.sql("select count(*) from card_password where card_id = :id")
                            .param("id", card.id().value())
                            .query(Long.class)
                            .single());
        } finally {
            days.forget(next);
        }
    }

    @Test
    void aCountThatWasStoppedGoesOnWhereItWasAndAnUnfinishedDayIsForgotten() {
        PlayedCard before = branch.card();
        PlayedCard after = branch.card();
        long low = Math.min(before.id().value(), after.id().value());
        LocalDate yesterday = day.minusDays(1);
        days.begin(yesterday);
        days.advance(yesterday, 0, low);
        days.begin(day);
        assertThat(days.advance(day, 0, low)).isTrue();
        assertThat(days.advance(day, 0, low)).as("one of two nodes").isFalse();

        counting.cards(day);

        assertThat(counted(day, "%"))
                .as("only the card above the one that was reached")
                .isEqualTo(jdbc.sql("select count(*) from card_password where card_id = :id")
                        .param("id", Math.max(before.id().value(), after.id().value()))
                        .query(Long.class)
                        .single());
        assertThat(days.isDone(day)).isTrue();
        assertThat(jdbc.sql("select count(*) from report_card_day where day = :day")
                        .param("day", yesterday)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** A bank whose cards cannot be counted keeps no counts for ever. */
    @Test
    void whatIsTooOldIsRemovedThoughACountFailed() {
        LocalDate old = clock.instant().atZone(CountRows.TEHRAN).toLocalDate().minusDays(1_300);
        CountRows broken = new CountRows(jdbc) {
            @Override
            List<Count> messages(long from, long until, int secondsMax) {
                throw new IllegalStateException("the database took too long");
            }
        };
        broken.add(List.of(
                new CountRows.Count(old, 0, Measure.SMALL, "c", "i", "", branch.code.digits(), "ALLOWED", 2, 1, 1)));
        Counting hurt = new Counting(broken, days, settled, transaction, clock);
        assertThatThrownBy(hurt::count)
                .isInstanceOf(IllegalStateException.class)
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(2));
        assertThat(jdbc.sql("select count(*) from report_count where day = :day and branch = :branch")
                        .param("day", old)
                        .param("branch", branch.code.digits())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private long counted(LocalDate on, String state) {
        return jdbc.sql("""
                        select coalesce(sum(n), 0) from report_count
                        where measure = 'CARD' and day = :day and branch = :branch and what like :state
                        """)
                .param("day", on)
                .param("branch", branch.code.digits())
                .param("state", state)
                .query(Long.class)
                .single();
    }
}
