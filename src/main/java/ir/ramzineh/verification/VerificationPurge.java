package ir.ramzineh.verification;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import ir.ramzineh.kernel.Batches;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.UtcTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Removes questions whose retention is over. Whether a code was used stands with its token and not here, so a request id
 * that comes back after that time is a new question with an old code, and refused.
 */
@Configuration(proxyBeanMethods = false)
class VerificationPurge {
    @Bean
    RecurringTask<Void> removeOldQuestions(JdbcClient jdbc, VerificationSettings settings, Clock clock) {
        return Tasks.recurring("verification-purge", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> remove(jdbc, clock.instant().minus(settings.retention())));
    }

    /** Ids grow with time, so the primary key finds the old rows; the time beside it is what counts. */
    private static void remove(JdbcClient jdbc, Instant before) {
        Batches.each(rows -> jdbc.sql("delete from verification where id < :id and asked_at < :before limit :rows")
                .param("id", IdSource.lowestOf(before))
                .param("before", UtcTime.toColumn(before))
                .param("rows", rows)
                .update());
    }
}
