package ir.ramzineh.smallamount;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import ir.ramzineh.kernel.Batches;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SmallAmountPurge {
    /** So long does the same request id get the same answer. */
    private static final Duration KEPT = Duration.ofDays(400);

    @Bean
    RecurringTask<Void> removeOldAllowances(SmallAmountTable table, Clock clock) {
        return Tasks.recurring("small-amount-purge", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> Batches.each(
                        rows -> table.removeOlderThan(clock.instant().minus(KEPT), rows)));
    }
}
