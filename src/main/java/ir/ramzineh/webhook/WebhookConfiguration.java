package ir.ramzineh.webhook;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import ir.ramzineh.kernel.Batches;
import ir.ramzineh.vault.SealedTable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {
    private static final Duration FOLLOW_EVERY = Duration.ofSeconds(2);
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(1);
    private static final int PARKED_FACTOR = 3;

    @Bean
    SealedTable sealedWebhookEndpoints() {
        return EndpointTable.SEALED;
    }

    @Bean
    RecurringTask<Void> webhookFollow(EventFollower follower) {
        return Tasks.recurring("webhook-follow", FixedDelay.of(FOLLOW_EVERY))
                .execute((instance, context) -> follower.follow());
    }

    @Bean
    RecurringTask<Void> webhookLookBack(EventFollower follower) {
        return Tasks.recurring("webhook-look-back", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> follower.lookBackFar());
    }

    @Bean
    RecurringTask<Void> webhookSweep(DeliverySweep sweep) {
        return Tasks.recurring("webhook-sweep", FixedDelay.of(SWEEP_EVERY))
                .execute((instance, context) -> sweep.sweep());
    }

    @Bean
    RecurringTask<Void> webhookPurge(DeliveryTable deliveries, WebhookSettings settings, Clock clock) {
        return Tasks.recurring("webhook-purge", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> {
                    Instant now = clock.instant();
                    Instant parked = now.minus(settings.retention().multipliedBy(PARKED_FACTOR));
                    Batches.each(rows -> deliveries.purge(now.minus(settings.retention()), parked, rows));
                });
    }
}
