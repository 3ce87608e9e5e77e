package ir.ramzineh.token;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import ir.ramzineh.vault.SealedColumn;
import ir.ramzineh.vault.SealedTable;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Announces the sealed columns of this module, so that a change of vault keys finds them, and what it clears up. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {
    @Bean
    SealedTable sealedTokens() {
        return SealedTable.of("token", "id", SealedColumn.withoutHash("key_sealed"));
    }

    @Bean
    SealedTable sealedPins() {
        return SealedTable.of("token_pin", "card_id", SealedColumn.withoutHash("pin_sealed"));
    }

    @Bean
    SealedTable sealedActivations() {
        return SealedTable.of(
                "activation",
                "id",
                SealedColumn.withoutHash("handover_sealed"),
                SealedColumn.withoutHash("sms_sealed"));
    }

    @Bean
    RecurringTask<Void> activationExpiry(TokenExpiry expiry) {
        return Tasks.recurring("token-expiry", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> expiry.tidyUp());
    }
}
