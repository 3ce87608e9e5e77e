package ir.ramzineh.issued;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import ir.ramzineh.kernel.Batches;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IssuedConfiguration {
    /** How long a row outlives its code, for whoever looks into a complaint of the day. */
    private static final Duration KEPT = Duration.ofDays(1);

    @Bean
    RecurringTask<Void> issuedCodePurge(IssuedCodeTable table, Clock clock) {
        return Tasks.recurring("issued-code-purge", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> Batches.each(
                        rows -> table.removeExpiredBefore(clock.instant().minus(KEPT), rows)));
    }
}
