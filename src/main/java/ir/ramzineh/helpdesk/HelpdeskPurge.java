package ir.ramzineh.helpdesk;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import ir.ramzineh.kernel.Batches;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HelpdeskPurge {
    @Bean
    RecurringTask<Void> removeOldLooks(LookTable table, HelpdeskSettings settings, Clock clock) {
        return Tasks.recurring("helpdesk-purge", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> Batches.each(
                        rows -> table.removeOlderThan(clock.instant().minus(settings.kept()), rows)));
    }
}
