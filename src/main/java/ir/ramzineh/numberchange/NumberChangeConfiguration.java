package ir.ramzineh.numberchange;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import ir.ramzineh.vault.SealedTable;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module seals, and the sweep that asks the bank again and ends the time without codes. */
@Configuration(proxyBeanMethods = false)
class NumberChangeConfiguration {
    @Bean
    SealedTable sealedNumberChanges() {
        return NumberChangeTable.SEALED;
    }

    @Bean
    RecurringTask<Void> numberWriting(NumberWriter writer) {
        return Tasks.recurring("number-writing", FixedDelay.of(Duration.ofSeconds(10)))
                .execute((instance, context) -> writer.sweep());
    }
}
