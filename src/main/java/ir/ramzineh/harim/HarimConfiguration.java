package ir.ramzineh.harim;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import ir.ramzineh.kernel.Batches;
import ir.ramzineh.vault.SealedColumn;
import ir.ramzineh.vault.SealedTable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HarimConfiguration {
    /** As long as the customer may ask where a code is. */
    private static final Duration KEPT = Duration.ofDays(180);

    @Bean
    SealedTable sealedHarimRequests() {
        return SealedTable.of("harim_request", "id", SealedColumn.withoutHash("card_sealed"));
    }

    @Bean
    RecurringTask<Void> harimSweep(RequestDelivery delivery) {
        return Tasks.recurring("harim-sweep", FixedDelay.of(Duration.ofSeconds(2)))
                .execute((instance, context) -> delivery.sweep());
    }

    @Bean
    RecurringTask<Void> harimPurge(RequestTable table, Clock clock) {
        return Tasks.recurring("harim-purge", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> {
                    Instant now = clock.instant();
                    Batches.each(rows -> table.purge(now.minus(KEPT), now, rows));
                });
    }
}
