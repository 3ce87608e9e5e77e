package ir.ramzineh.meter;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts once a day why cards are static, in ranges of cards; goes on where the portal was stopped. */
@Component
class MeterCounting {
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
    private static final int RANGE_CARDS = 20_000;
    private static final int RANGES_MAX = 1_000;
    private static final int DAYS_KEPT = 7;

    private final StaticCards cards;
    private final MeterCounts counts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MeterCounting(StaticCards cards, MeterCounts counts, TransactionTemplate transaction, Clock clock) {
        this.cards = cards;
        this.counts = counts;
        this.transaction = transaction;
        this.clock = clock;
    }

    void count() {
        LocalDate today = clock.instant().atZone(TEHRAN).toLocalDate();
        counts.removeBefore(today.minusDays(DAYS_KEPT), today);
        count(today);
    }

    /** Each range is counted by one node. */
    void count(LocalDate day) {
        counts.begin(day);
        for (int i = 0; i < RANGES_MAX && !Thread.currentThread().isInterrupted(); i++) {
            Optional<Long> reached = counts.countedThrough(day);
            if (reached.isEmpty()) {
                return;
            }
            long after = reached.get();
            OptionalLong end = cards.endOfRange(after, RANGE_CARDS);
            if (end.isEmpty()) {
                // Without a single card the day stays open: the first cards of a new bank are not left for tomorrow.
                if (after > 0) {
                    counts.done(day, clock.instant());
                }
                return;
            }
            List<StaticCards.Counted> counted = cards.count(after, end.getAsLong());
            transaction.executeWithoutResult(status -> {
                if (counts.advance(day, after, end.getAsLong())) {
                    counted.forEach(one -> counts.add(day, one));
                }
            });
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {
        @Bean
        RecurringTask<Void> dailyMeterCount(MeterCounting counting) {
            return Tasks.recurring("meter-counts", FixedDelay.of(Duration.ofMinutes(10)))
                    .execute((instance, context) -> counting.count());
        }
    }
}
