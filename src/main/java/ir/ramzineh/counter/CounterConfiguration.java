package ir.ramzineh.counter;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The sweep that tells customers that their app counts again. */
@Configuration(proxyBeanMethods = false)
class CounterConfiguration {
    @Bean
    RecurringTask<Void> emergencySweep(EmergencyEnd end) {
        return Tasks.recurring("emergency-end", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> end.sweep());
    }
}
