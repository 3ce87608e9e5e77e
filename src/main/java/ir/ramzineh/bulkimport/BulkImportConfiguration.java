package ir.ramzineh.bulkimport;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import ir.ramzineh.vault.SealedTable;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BulkImportConfiguration {
    @Bean
    SealedTable sealedBulkImports() {
        return ImportTable.SEALED;
    }

    @Bean
    RecurringTask<Void> bulkImportWork(ImportWork work) {
        return Tasks.recurring("bulk-import", FixedDelay.of(Duration.ofSeconds(2)))
                .execute((instance, context) -> work.work());
    }

    @Bean
    RecurringTask<Void> bulkImportPurge(ImportWork work) {
        return Tasks.recurring("bulk-import-purge", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> work.expire());
    }
}
