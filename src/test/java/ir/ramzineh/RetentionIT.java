package ir.ramzineh;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import ir.ramzineh.kernel.Batches;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.UtcTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** docs/operations/retention.md: what is over is removed, what still decides something stays. */
@PortalIT
class RetentionIT {
    private static final Duration DAY = Duration.ofDays(1);

    @Autowired
    private List<RecurringTask<?>> tasks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private IdSource ids;

    @Autowired
    private TestClock clock;

    @Test
    void anEndedChallengeAndRecoveryStayForADay() {
        long challenge = ids.next();
        Instant ends = clock.instant().plus(Duration.ofMinutes(10));
        jdbc.sql("""
                insert into sms_challenge (id, purpose, genuine, nonce, code_expires_at, resend_at, ends_at, tries, tries_max)
                values (:id, 'SIGN_IN', false, unhex(repeat('00', 16)), :ends, :ends, :ends, 0, 5)
                """)
                .param("id", challenge)
                .param("ends", UtcTime.toColumn(ends))
                .update();
        jdbc.sql("""
                insert into recovery (id, key_hash, kind, step, challenge_id, mobile_sealed, limit_hash, locale, ends_at)
                values (:id, unhex(sha2(:id, 256)), 'USER_NAME', 'CODE', :id, '', unhex(repeat('00', 32)), 'fa', :ends)
                """)
                .param("id", challenge)
                .param("ends", UtcTime.toColumn(ends))
                .update();

        clock.advance(DAY);
        run("credential-purge");
        assertThat(exists("sms_challenge", challenge)).isTrue();
        assertThat(exists("recovery", challenge)).isTrue();

        clock.advance(Duration.ofMinutes(11));
        run("credential-purge");
        assertThat(exists("sms_challenge", challenge)).isFalse();
        assertThat(exists("recovery", challenge)).isFalse();
    }

    @Test
    void aWaitGoesOnlyWhenItHoldsNobodyAnyMore() {
        String subject = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into sign_in_wait (subject, failures, last_at, open_at)
                values (unhex(sha2(:subject, 256)), 9, :now, :now + interval 15 minute)
                """)
                .param("subject", subject)
                .param("now", UtcTime.toColumn(clock.instant()))
                .update();
        clock.advance(Duration.ofHours(24));
        run("credential-purge");
        assertThat(waits(subject)).isOne();
        clock.advance(Duration.ofMinutes(16));
        run("credential-purge");
        assertThat(waits(subject)).isZero();
    }

    @Test
    void anEndedSignUpIsRemovedWithThePersonalDataItHolds() {
        long id = ids.next();
        jdbc.sql("""
                insert into registration_process (id, key_hash, step, national_id_sealed, mobile_sealed, locale,
                                                  challenge_id, name_tries, ends_at)
                values (:id, unhex(sha2(:id, 256)), 'CARD', '', '', 'fa', 1, 0, :ends)
                """)
                .param("id", id)
                .param("ends", UtcTime.toColumn(clock.instant()))
                .update();
        run("registration-purge");
        assertThat(exists("registration_process", id)).isTrue();
        clock.advance(DAY.plusSeconds(1));
        run("registration-purge");
        assertThat(exists("registration_process", id)).isFalse();
    }

    @Test
    void aQuestionIsKeptAsLongAsItsAnswerIsPromised() {
        List<Long> asked = ask(3);
        clock.advance(Duration.ofDays(400).minusMinutes(1));
        run("verification-purge");
        assertThat(asked).allMatch(id -> exists("verification", id));
        clock.advance(Duration.ofMinutes(2));
        run("verification-purge");
        assertThat(asked).noneMatch(id -> exists("verification", id));
    }

    /** More rows than one statement may touch. */
    @Test
    void removesAnyNumberInBoundedStatements() {
        jdbc.sql("""
                insert into sms_limit (subject, window_started_at, used, next_at)
                select unhex(sha2(concat(:salt, seq), 256)), :now, 1, :now from seq_1_to_2500
                """)
                .param("salt", UUID.randomUUID().toString())
                .param("now", UtcTime.toColumn(clock.instant()))
                .update();
        clock.advance(DAY.multipliedBy(3));
        run("sms-purge");
        assertThat(jdbc.sql("select count(*) from sms_limit where used = 1 and window_started_at < :before")
                        .param("before", UtcTime.toColumn(clock.instant().minus(DAY.multipliedBy(2))))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aRunThatFindsNoEndStopsByItself() {
        assertThat(Batches.each(rows -> rows)).isEqualTo(1_000_000);
        assertThat(Batches.each(rows -> rows - 1)).isEqualTo(999);
    }

    private List<Long> ask(int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> {
                    long id = ids.next();
                    jdbc.sql("""
                            insert into verification (id, channel, request_id, request_digest, asked_at, verdict, reason,
                                                      kind, transaction_type, amount, merchant_id, terminal_id)
                            values (:id, 'retention', :request, unhex(repeat('00', 32)), :now, 'REFUSED', 'WRONG_CODE',
                                    'SECOND', 'PURCHASE', 1, 'M', 'T')
                            """)
                            .param("id", id)
                            .param("request", UUID.randomUUID().toString())
                            .param("now", UtcTime.toColumn(clock.instant()))
                            .update();
                    return id;
                })
                .toList();
    }

    private void run(String task) {
        tasks.stream()
                .filter(each -> each.getName().equals(task))
                .findFirst()
                .orElseThrow()
                .execute(new TaskInstance<>(task, "test"), null);
    }

    private boolean exists(String table, long id) {
        return jdbc.sql("select count(*) from " + table + " where id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private int waits(String subject) {
        return jdbc.sql("select count(*) from sign_in_wait where subject = unhex(sha2(:subject, 256))")
                .param("subject", subject)
                .query(Integer.class)
                .single();
    }
}
