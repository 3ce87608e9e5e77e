package ir.ramzineh.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Seals what has settled, in the background. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {
    @Bean
    RecurringTask<Void> auditSeal(AuditSealing sealing) {
        return Tasks.recurring("audit-seal", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> sealing.seal());
    }
}
