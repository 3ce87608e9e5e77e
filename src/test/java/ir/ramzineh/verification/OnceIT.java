package ir.ramzineh.verification;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.vault.Vault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/** A code is good once, and a guesser gets no more guesses by asking at the same time (security cases 1 and 3). */
@PortalIT
class OnceIT {
    private static final int PARALLEL = 64;
    private static final int ROUNDS = 200;

    @Autowired
    private Verifications verifications;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Vault vault;

    @Autowired
    private IdSource ids;

    @Autowired
    private TestClock clock;

    @Test
    void of64ParallelSubmissionsOfOneGoodCodeExactlyOneIsAcceptedInEachOf200Rounds() throws Exception {
        PlayedCard card = PlayedCard.dynamic(jdbc, vault, ids);
        for (int round = 0; round < ROUNDS; round++) {
            clock.toNextStep(60);
            String code = card.code(clock.instant());
            String name = "good-" + card.id.value() + "-" + round + "-";
            assertThat(accepted(n -> ask(card, name + n, code)))
                    .as("round %d", round)
                    .isEqualTo(1);
        }
        assertThat(card.count(Reason.ACCEPTED)).isEqualTo(ROUNDS);
        assertThat(card.count(Reason.ALREADY_USED)).isEqualTo(ROUNDS * (PARALLEL - 1));
        assertThat(card.failedAttempts()).isZero();
    }

    @Test
    void of64ParallelWrongCodesNoMoreThanTheLimitAreEvaluated() throws Exception {
        for (int round = 0; round < 20; round++) {
            PlayedCard card = PlayedCard.dynamic(jdbc, vault, ids);
            int accepted = accepted(n -> ask(card, card.id.value() + "-" + n, card.wrongCode(clock.instant(), n)));

            assertThat(accepted).isZero();
            assertThat(card.count(Reason.WRONG_CODE) + card.count(Reason.WRONG_CODE_LOCKED))
                    .isEqualTo(PlayedCard.LIMIT);
            assertThat(card.count(Reason.LOCKED)).isEqualTo(PARALLEL - PlayedCard.LIMIT);
            assertThat(card.failedAttempts()).isEqualTo(PlayedCard.LIMIT);
            assertThat(card.state()).isEqualTo("LOCKED");
        }
    }

    @Test
    void with63WrongCodesAndOneRightOneNothingIsAcceptedOnceTheLockIsCommitted() throws Exception {
        for (int round = 0; round < 20; round++) {
            PlayedCard card = PlayedCard.dynamic(jdbc, vault, ids);
            String right = card.code(clock.instant());
            accepted(n -> ask(card, card.id.value() + "-" + n, n == 40 ? right : card.wrongCode(clock.instant(), n)));

            List<String> reasons = jdbc.sql("select reason from verification where card_id = :id")
                    .param("id", card.id.value())
                    .query(String.class)
                    .list();
            // Rows carry the time they were asked at, not that of their commit, so the lock is judged by its count.
            assertThat(reasons.stream().filter(r -> r.startsWith("WRONG_CODE")).count())
                    .as("three wrong ones in a row, and up to two before the right one forgave them")
                    .isBetween(3L, 5L);
            assertThat(card.state()).isEqualTo("LOCKED");
            clock.advance(Duration.ofSeconds(60));
            assertThat(ask(card, card.id.value() + "-after", card.code(clock.instant())))
                    .isEqualTo(Verdict.REFUSED);
            assertThat(card.lastReason()).isEqualTo(Reason.LOCKED);
        }
    }

    @Test
    void oneRequestSentTenTimesAtOnceIsEvaluatedOnceAndAnsweredTenTimesAlike() throws Exception {
        PlayedCard card = PlayedCard.dynamic(jdbc, vault, ids);
        String code = card.code(clock.instant());
        assertThat(accepted(n -> ask(card, "repeat-" + card.id.value(), code))).isEqualTo(PARALLEL);
        assertThat(card.count(Reason.ACCEPTED)).isEqualTo(1);
        assertThat(card.count(Reason.ALREADY_USED)).isZero();
    }

    /**
     * The negative control: the same race against a claim that reads first and writes then. If this did not accept one
     * code twice, the tests above would prove nothing.
     */
    @Test
    void aClaimThatReadsBeforeItWritesAcceptsOneCodeTwice() throws Exception {
        jdbc.sql("create table if not exists naive_claim (id bigint primary key, last_step bigint not null)")
                .update();
        jdbc.sql("replace into naive_claim values (1, 0)").update();
        int doubled = 0;
        for (int round = 1; round <= 20 && doubled == 0; round++) {
            long step = round;
            int accepted = accepted(n -> naive(step) ? Verdict.ACCEPTED : Verdict.REFUSED);
            doubled += accepted > 1 ? 1 : 0;
        }
        jdbc.sql("drop table naive_claim").update();
        assertThat(doubled).isPositive();
    }

    private boolean naive(long step) throws InterruptedException {
        long last = jdbc.sql("select last_step from naive_claim where id = 1")
                .query(Long.class)
                .single();
        Thread.yield();
        if (last >= step) {
            return false;
        }
        jdbc.sql("update naive_claim set last_step = :step where id = 1")
                .param("step", step)
                .update();
        return true;
    }

    private Verdict ask(PlayedCard card, String requestId, String code) {
        return verifications.verify("test-once", card.ask(requestId, code));
    }

    private interface Asking {
        Verdict ask(int n) throws Exception;
    }

    /** Lets 64 threads ask at once and counts the ACCEPTED. A question that the pool had no room for is asked again. */
    private static int accepted(Asking asking) throws Exception {
        AtomicInteger accepted = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < PARALLEL; i++) {
                int n = i;
                Callable<Void> task = () -> {
                    start.await();
                    if (stubborn(asking, n) == Verdict.ACCEPTED) {
                        accepted.incrementAndGet();
                    }
                    return null;
                };
                all.add(threads.submit(task));
            }
            start.countDown();
            for (Future<?> one : all) {
                one.get();
            }
        }
        return accepted.get();
    }

    private static Verdict stubborn(Asking asking, int n) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return asking.ask(n);
            } catch (DataAccessException | TransactionException busy) {
                if (attempt == 5) {
                    throw busy;
                }
            }
        }
    }
}
