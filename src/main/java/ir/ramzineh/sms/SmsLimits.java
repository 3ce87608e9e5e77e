package ir.ramzineh.sms;

import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.vault.Purpose;
import ir.ramzineh.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How often messages may be asked for, per number, national ID and client address (security case 8): growing waits and
 * daily caps, counted in the database by conditional updates, so that parallel requests and other nodes count too.
 *
 * <p>Waits are counted per purpose: a sign-in code does not have to wait for the activation ID of a minute ago. Caps are
 * counted over all purposes as well. Nothing resets a count but the end of its window; re-sending does not.
 */
@Service
public class SmsLimits {
    private static final Purpose ROW = new Purpose("sms.limit");

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;
    private final List<LimitRule> rules;
    private final TransactionTemplate savepoint;

    SmsLimits(
            JdbcClient jdbc, Vault vault, Clock clock, SmsSettings settings, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
        this.rules = settings.limits();
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Counts one message for all subjects, or for none of them. Joins the caller's transaction if there is one, and
     * then is undone with it; the rows of the subjects stay locked until its end.
     *
     * @param purpose what the message is for, at most 40 characters
     */
    public LimitDecision tryAcquire(String purpose, LimitSubject... subjects) {
        Instant now = clock.instant();
        List<Row> rows = Arrays.stream(subjects)
                .flatMap(subject -> rules.stream()
                        .filter(rule -> rule.subject() == subject.kind())
                        .map(rule -> row(rule, purpose, subject)))
                // Always in the same order, so that two requests never wait for each other.
                .sorted(Comparator.comparing(Row::key, Arrays::compareUnsigned))
                .toList();
        return savepoint.execute(status -> {
            Optional<Duration> wait = rows.stream()
                    .map(row -> take(row, now))
                    .flatMap(Optional::stream)
                    .max(Comparator.naturalOrder());
            if (wait.isEmpty()) {
                return new LimitDecision.Allowed();
            }
            status.setRollbackOnly();
            return new LimitDecision.WaitFor(wait.get());
        });
    }

    private Row row(LimitRule rule, String purpose, LimitSubject subject) {
        byte[] name = rule.rowKey(purpose, subject).getBytes(StandardCharsets.UTF_8);
        return new Row(rule, vault.mac(ROW, name));
    }

    /** Counts one message in one row; the time to wait if the row does not allow it. */
    private Optional<Duration> take(Row row, Instant now) {
        // "on duplicate key update" locks the row at once; a failed plain insert would share the lock and invite a
        // deadlock.
        jdbc.sql("""
                        insert into sms_limit (subject, window_started_at, used, next_at)
                        values (:subject, :now, 0, :now)
                        on duplicate key update subject = subject
                        """)
                .param("subject", row.key())
                .param("now", UtcTime.toColumn(now))
                .update();
        return count(row.rule(), row.key(), now) ? Optional.empty() : Optional.of(timeLeft(row, now));
    }

    /**
     * MariaDB assigns from left to right: the later assignments must not need what an earlier one changed. A next_at
     * further away than the longest wait comes from a clock that ran ahead, and holds nobody.
     */
    private boolean count(LimitRule rule, byte[] subject, Instant now) {
        String waits = rule.waits().isEmpty()
                ? "0"
                : rule.waits().stream()
                        .map(wait -> Long.toString(wait.toSeconds()))
                        .collect(Collectors.joining(", "));
        int rows = jdbc.sql("""
                        update sms_limit
                        set next_at = :now + interval elt(least(if(window_started_at <= :expired, 0, used) + 1, :steps), %s) second,
                            used = if(window_started_at <= :expired, 1, used + 1),
                            window_started_at = if(window_started_at <= :expired, :now, window_started_at)
                        where subject = :subject
                          and (next_at <= :now or next_at > :now + interval :longest second)
                          and (window_started_at <= :expired or used < :cap)
                        """.formatted(waits))
                .param("now", UtcTime.toColumn(now))
                .param("expired", UtcTime.toColumn(now.minus(rule.window())))
                .param("steps", Math.max(1, rule.waits().size()))
                .param("subject", subject)
                .param("longest", rule.longestWaitSeconds())
                .param("cap", rule.cap())
                .update();
        return rows == 1;
    }

    private Duration timeLeft(Row row, Instant now) {
        return jdbc.sql("select window_started_at, used, next_at from sms_limit where subject = :subject")
                .param("subject", row.key())
                .query((result, index) -> {
                    Instant next = UtcTime.fromColumn(result.getObject("next_at", LocalDateTime.class));
                    Instant start = UtcTime.fromColumn(result.getObject("window_started_at", LocalDateTime.class));
                    Instant end = start.plus(row.rule().window());
                    boolean full = result.getInt("used") >= row.rule().cap();
                    return wholeSeconds(Duration.between(now, full && end.isAfter(next) ? end : next));
                })
                .single();
    }

    private static Duration wholeSeconds(Duration time) {
        return Duration.ofSeconds(Math.max(1, time.plusMillis(999).toSeconds()));
    }

    /** Removes rows nobody can be held by any more. */
    int purge(int limit) {
        Duration longest = rules.stream()
                .map(LimitRule::window)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return jdbc.sql("delete from sms_limit where window_started_at < :expired limit :limit")
                .param("limit", limit)
                .param(
                        "expired",
                        UtcTime.toColumn(clock.instant().minus(longest).minus(Duration.ofDays(1))))
                .update();
    }

    private static final class Row {
        private final LimitRule rule;
        private final byte[] key;

        Row(LimitRule rule, byte[] key) {
            this.rule = rule;
            this.key = key;
        }

        LimitRule rule() {
            return rule;
        }

        byte[] key() {
            return key;
        }
    }
}
