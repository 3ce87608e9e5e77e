package ir.ramzineh.meter;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.staff.StaffFixtures;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Customers of whom the bank names no home branch are on the meter of the branch that it names for them, and of no other. */
@PortalIT
class OthersOnTheMeterIT extends MeterScene {
    @Test
    void theirCardsAreInTheListAndTheWaveOfTheBranchNamedForThem() {
        CardId card = cardOfNobodysCustomer();
        StaticCards table = new StaticCards(jdbc, settings(branch), clock);

        assertThat(next(table, branch, card)).containsExactly(card);
        assertThat(next(table, StaffFixtures.OTHER, card)).doesNotContain(card);
        assertThat(table.toRemindOf(branch)).isPositive();
        StaticCards unnamed = new StaticCards(jdbc, settings(null), clock);
        assertThat(next(unnamed, branch, card)).isEmpty();
        assertThat(unnamed.toRemindOf(branch)).isZero();
    }

    @Test
    void theyAreCountedOnItsMeter() {
        LocalDate future = LocalDate.of(2300, 1, 1);
        jdbc.sql(
                        "insert into meter_count (day, branch, reason, n) values (:day, '', 'NO_SIGN_UP', 7), (:day, :branch, 'LOCKED', 2)")
                .param("day", future)
                .param("branch", branch.digits())
                .update();
        jdbc.sql("insert into meter_day (day, through_id, done_at) values (:day, 1, utc_timestamp(3))")
                .param("day", future)
                .update();
        try {
            assertThat(new MeterCounts(jdbc, settings(branch))
                            .newest(Optional.of(branch))
                            .cards())
                    .isEqualTo(9);
            assertThat(new MeterCounts(jdbc, settings(null))
                            .newest(Optional.of(branch))
                            .cards())
                    .isEqualTo(2);
            assertThat(new MeterCounts(jdbc, settings(StaffFixtures.OTHER))
                            .newest(Optional.of(branch))
                            .cards())
                    .isEqualTo(2);
            assertThat(new MeterCounts(jdbc, settings(null))
                            .newest(Optional.empty())
                            .unserved())
                    .as("nobody reminds them, and the whole bank's meter says so")
                    .isEqualTo(7);
            assertThat(new MeterCounts(jdbc, settings(branch))
                            .newest(Optional.empty())
                            .unserved())
                    .isZero();
        } finally {
            jdbc.sql("delete from meter_day where day = :day")
                    .param("day", future)
                    .update();
            jdbc.sql("delete from meter_count where day = :day")
                    .param("day", future)
                    .update();
        }
    }

    private CardId cardOfNobodysCustomer() {
        Customer owner = somebody();
        CardId card = card(owner);
        jdbc.sql("update customer set branch = null where id = :id")
                .param("id", owner.id().value())
                .update();
        return card;
    }

    private static MeterSettings settings(@Nullable BranchCode othersAt) {
        return new MeterSettings(Duration.ofDays(7), 50, Duration.ofDays(90), othersAt);
    }

    private static List<CardId> next(StaticCards table, BranchCode branch, CardId from) {
        return table
                .page(Optional.of(branch), Optional.empty(), EnumSet.allOf(StaticReason.class), from.value() - 1, 1)
                .stream()
                .map(StaticCards.Row::card)
                .toList();
    }
}
