package ir.ramzineh.customer;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import ir.ramzineh.kernel.Batches;
import ir.ramzineh.vault.SealedColumn;
import ir.ramzineh.vault.SealedTable;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module seals, so that the key rotation finds it, and what it clears away. */
@Configuration(proxyBeanMethods = false)
class CustomerConfiguration {
    /** As long as the answers to the card switch are kept, so that the customer finds one beside the other. */
    private static final Duration NOTICES_KEPT = Duration.ofDays(400);

    @Bean
    RecurringTask<Void> noticePurge(Notices notices, Clock clock) {
        return Tasks.recurring("notice-purge", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> Batches.each(
                        rows -> notices.removeOlderThan(clock.instant().minus(NOTICES_KEPT), rows)));
    }

    @Bean
    SealedTable sealedCustomers() {
        return SealedTable.of(
                CustomerRows.TABLE,
                "id",
                new SealedColumn(CustomerRows.NATIONAL_ID.column(), "national_id_hash"),
                new SealedColumn(CustomerRows.MOBILE.column(), "mobile_hash"),
                SealedColumn.withoutHash(CustomerRows.NAME_FA.column()),
                SealedColumn.withoutHash(CustomerRows.NAME_EN.column()));
    }
}
