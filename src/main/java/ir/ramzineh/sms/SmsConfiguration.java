package ir.ramzineh.sms;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import ir.ramzineh.kernel.Batches;
import ir.ramzineh.vault.SealedTable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SmsConfiguration {
    /** No provider repeats a message after so long. */
    private static final Duration INCOMING_KEPT = Duration.ofDays(30);

    @Bean
    SealedTable sealedSmsMessages() {
        return SmsMessages.SEALED;
    }

    /** Finds what the nudge after the commit missed: retries, other nodes' leavings, messages from before a restart. */
    @Bean
    RecurringTask<Void> smsSweep(SmsDelivery delivery) {
        return Tasks.recurring("sms-sweep", FixedDelay.of(Duration.ofSeconds(1)))
                .execute((instance, context) -> {
                    try {
                        delivery.sweep();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    @Bean
    RecurringTask<Void> smsPurge(
            SmsMessages messages, SmsLimits limits, IncomingMessages incoming, SmsSettings settings, Clock clock) {
        return Tasks.recurring("sms-purge", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> {
                    Instant now = clock.instant();
                    Batches.each(rows -> messages.eraseTexts(now, rows));
                    Batches.each(rows -> messages.removeOlderThan(now, settings.retention(), rows));
                    Batches.each(limits::purge);
                    Instant over = now.minus(INCOMING_KEPT);
                    Batches.each(rows -> incoming.purge(over, rows));
                });
    }

    /** The portal runs without a provider, since reading and settings work; the operator sees DOWN. */
    @Bean("smsHealthIndicator")
    HealthIndicator smsHealthIndicator(SmsProviders providers) {
        return () -> {
            List<Carrier> all = providers.all();
            if (all.isEmpty()) {
                return Health.down()
                        .withDetail("reason", "no SMS provider is configured")
                        .build();
            }
            Health.Builder health = all.stream().anyMatch(Carrier::well) ? Health.up() : Health.down();
            all.forEach(carrier -> health.withDetail(carrier.name(), carrier.well() ? "well" : "in trouble"));
            return health.build();
        };
    }
}
