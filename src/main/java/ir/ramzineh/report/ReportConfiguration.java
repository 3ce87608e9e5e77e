package ir.ramzineh.report;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the counts of the reports up to date. */
@Configuration(proxyBeanMethods = false)
class ReportConfiguration {
    @Bean
    RecurringTask<Void> reportCounts(Counting counting) {
        return Tasks.recurring("report-counts", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> counting.count());
    }
}
