package ir.ramzineh.approval;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import ir.ramzineh.vault.SealedTable;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module seals, and the sweep of proposals that nobody decided about. */
@Configuration(proxyBeanMethods = false)
class ApprovalConfiguration {
    private static final int BATCH = 500;

    @Bean
    SealedTable sealedApprovals() {
        return ApprovalTable.SEALED;
    }

    @Bean
    RecurringTask<Void> approvalExpiry(ApprovalTable table, ApprovalDecisions decisions, Clock clock) {
        return Tasks.recurring("approval-expiry", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) ->
                        table.overdue(clock.instant(), BATCH).forEach(decisions::expire));
    }
}
