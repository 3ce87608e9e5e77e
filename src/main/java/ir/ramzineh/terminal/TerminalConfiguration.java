package ir.ramzineh.terminal;

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

/** Announces what this module seals and what it clears up. */
@Configuration(proxyBeanMethods = false)
class TerminalConfiguration {
    @Bean
    SealedTable sealedTerminalRequests() {
        return SealedTable.of("terminal_request", "id", SealedColumn.withoutHash("answer_sealed"));
    }

    @Bean
    RecurringTask<Void> terminalPurge(RequestLedger ledger, TerminalSettings settings, Clock clock) {
        return Tasks.recurring("terminal-purge", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) ->
                        Batches.each(rows -> ledger.purge(clock.instant().minus(settings.keepFor()), rows)));
    }
}
