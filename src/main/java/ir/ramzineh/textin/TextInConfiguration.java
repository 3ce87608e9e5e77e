package ir.ramzineh.textin;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import ir.ramzineh.kernel.Batches;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TextInConfiguration {
    @Bean
    RecurringTask<Void> textInPurge(OpenQuestions questions, Clock clock) {
        return Tasks.recurring("text-in-purge", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> Batches.each(rows -> questions.removeExpired(clock.instant(), rows)));
    }
}
