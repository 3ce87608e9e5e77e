package ir.ramzineh.gatewaytoken;

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

/** Announces what this module seals, so that a change of vault keys finds it, and what it clears up. */
@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {
    @Bean
    SealedTable sealedGatewayTokens() {
        return SealedTable.of(
                GatewayKeys.TABLE,
                "id",
                new SealedColumn("serial_sealed", "serial_hash"),
                SealedColumn.withoutHash("code_sealed"),
                SealedColumn.withoutHash("ref_sealed"),
                SealedColumn.withoutHash("key_sealed"));
    }

    @Bean
    SealedTable sealedGatewayAccounts() {
        return SealedTable.of(GatewayLinks.ACCOUNTS, "id", new SealedColumn("number_sealed", "number_hash"));
    }

    @Bean
    RecurringTask<Void> gatewayTokenPurge(
            GatewayRows rows, GatewayLedger ledger, GatewaySettings settings, Clock clock) {
        return Tasks.recurring("gateway-token-purge", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> {
                    Batches.each(count -> rows.purgeDead(clock.instant().minus(settings.keepFor()), count));
                    Batches.each(count -> ledger.purge(clock.instant().minus(settings.retention()), count));
                });
    }
}
