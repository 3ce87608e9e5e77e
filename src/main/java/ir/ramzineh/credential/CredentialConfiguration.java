package ir.ramzineh.credential;

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
class CredentialConfiguration {

    @Bean
    SealedTable sealedRecoveries() {
        return SealedTable.of(RecoveryRows.TABLE, "id", SealedColumn.withoutHash(RecoveryRows.MOBILE.column()));
    }

    @Bean
    RecurringTask<Void> removeOldChallenges(CredentialPurge purge) {
        return Tasks.recurring("credential-purge", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> purge.run());
    }
}
