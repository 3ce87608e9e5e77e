package ir.ramzineh.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import ir.ramzineh.PortalIT;
import ir.ramzineh.SecondNode;
import ir.ramzineh.TestClock;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.vault.Vault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes share nothing but the database; that is enough for a code to be good once (security cases 1 and 19). */
@PortalIT
class TwoNodesIT {
    private static final int ROUNDS = 50;
    private static final int ASKING_PER_NODE = 4;

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private Verifications here;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Vault vault;

    @Autowired
    private IdSource ids;

    @Autowired
    private TestClock clock;

    @Test
    void aCodeIsAcceptedOnceEvenWhenTwoNodesAreAskedTogether() throws Exception {
        PlayedCard card = PlayedCard.dynamic(jdbc, vault, ids);
        try (HikariDataSource pool = SecondNode.pool(dataSource, config -> {});
                SecondNode second = SecondNode.over(portal, pool)) {
            Verifications there = second.bean(Verifications.class);
            assertThat(there).isNotSameAs(here);
            for (int round = 0; round < ROUNDS; round++) {
                clock.toNextStep(60);
                String code = card.code(clock.instant());
                String name = card.id.value() + "-" + round + "-";
                assertThat(together(there, (node, n) -> node.verify("nodes", card.ask(name + n, code))))
                        .as("round %d", round)
                        .containsOnlyOnce(Verdict.ACCEPTED);
            }
        }
        assertThat(card.count(Reason.ACCEPTED)).isEqualTo(ROUNDS);
        assertThat(card.count(Reason.ALREADY_USED)).isEqualTo(ROUNDS * (2 * ASKING_PER_NODE - 1));
        assertThat(card.failedAttempts()).isZero();
    }

    @Test
    void oneRequestSentToTwoNodesIsEvaluatedOnceAndAnsweredAlike() throws Exception {
        PlayedCard card = PlayedCard.dynamic(jdbc, vault, ids);
        try (HikariDataSource pool = SecondNode.pool(dataSource, config -> {});
                SecondNode second = SecondNode.over(portal, pool)) {
            VerificationRequest wrong = card.ask("w-" + card.id.value(), card.wrongCode(clock.instant(), 1));
            assertThat(together(second.bean(Verifications.class), (node, n) -> node.verify("nodes", wrong)))
                    .containsOnly(Verdict.REFUSED);
            assertThat(card.failedAttempts()).isEqualTo(1);
            VerificationRequest good = card.ask("g-" + card.id.value(), card.code(clock.instant()));
            assertThat(together(second.bean(Verifications.class), (node, n) -> node.verify("nodes", good)))
                    .containsOnly(Verdict.ACCEPTED);
        }
        assertThat(card.count(Reason.WRONG_CODE)).isEqualTo(1);
        assertThat(card.count(Reason.ACCEPTED)).isEqualTo(1);
        assertThat(card.count(Reason.ALREADY_USED)).isZero();
    }

    private interface Asking {
        Verdict ask(Verifications node, int n);
    }

    private List<Verdict> together(Verifications there, Asking asking) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2 * ASKING_PER_NODE);
        List<Future<Verdict>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2 * ASKING_PER_NODE; i++) {
                int n = i;
                answers.add(threads.submit(() -> {
                    start.await();
                    return asking.ask(n % 2 == 0 ? here : there, n);
                }));
            }
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (Future<Verdict> answer : answers) {
            verdicts.add(answer.get());
        }
        return verdicts;
    }
}
