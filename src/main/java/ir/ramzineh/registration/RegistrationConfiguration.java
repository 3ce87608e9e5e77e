package ir.ramzineh.registration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import ir.ramzineh.vault.SealedColumn;
import ir.ramzineh.vault.SealedTable;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Announces what this module seals, so that the key rotation finds it, and what it clears up. */
@Configuration(proxyBeanMethods = false)
class RegistrationConfiguration {

    @Bean
    SealedTable sealedRegistrations() {
        return SealedTable.of(
                ProcessRows.TABLE,
                "id",
                SealedColumn.withoutHash(ProcessRows.NATIONAL_ID.column()),
                SealedColumn.withoutHash(ProcessRows.MOBILE.column()));
    }

    @Bean
    RecurringTask<Void> removeOldSignUps(RegistrationPurge purge) {
        return Tasks.recurring("registration-purge", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> purge.run());
    }
}
