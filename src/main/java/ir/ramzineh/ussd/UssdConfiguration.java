package ir.ramzineh.ussd;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import ir.ramzineh.kernel.Batches;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class UssdConfiguration {
    @Bean
    RecurringTask<Void> ussdPurge(UssdTable table, Clock clock) {
        return Tasks.recurring("ussd-purge", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> Batches.each(rows -> table.removeExpired(clock.instant(), rows)));
    }
}
