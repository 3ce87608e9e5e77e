package ir.ramzineh.administration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AdministrationConfiguration {
    @Bean
    RecurringTask<Void> resealWork(ResealRuns runs) {
        return Tasks.recurring("key-reseal", FixedDelay.of(Duration.ofSeconds(2)))
                .execute((instance, context) -> runs.work());
    }
}
