package ir.ramzineh.verification;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.SecondNode;
import ir.ramzineh.TestClock;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.vault.Vault;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** How many statements an answer takes does not tell what became of the code (design section 5, step 4). */
@PortalIT
class EvenCostIT {
    /** What is read behind the lock, the claim, what it does to the attempt, the answered question, the trail. */
    private static final int STATEMENTS = 5;

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Vault vault;

    @Autowired
    private IdSource ids;

    @Autowired
    private TestClock clock;

    @Test
    void aRightCodeAWrongOneALateOneAUsedOneAndNoneAtAllTakeTheSameNumberOfStatements() {
        AtomicInteger prepared = new AtomicInteger();
        try (SecondNode node = SecondNode.over(portal, counting(prepared))) {
            Verifications verifications = node.bean(Verifications.class);
            PlayedCard card = PlayedCard.dynamic(jdbc, vault, ids);
            // The first question of a node also compares its clock with the database's.
            verifications.verify("cost", card.ask("first-" + card.id.value(), card.wrongCode(clock.instant(), 2)));
            String late = card.code(clock.instant());
            clock.advance(Duration.ofSeconds(200));
            String right = card.code(clock.instant());
            String[] codes = {right, right, late, card.wrongCode(clock.instant(), 1), "not a code"};
            Reason[] reasons = {
                Reason.ACCEPTED, Reason.ALREADY_USED, Reason.EXPIRED, Reason.WRONG_CODE, Reason.MALFORMED
            };
            for (int i = 0; i < codes.length; i++) {
                prepared.set(0);
                verifications.verify("cost", card.ask("c-" + card.id.value() + i, codes[i]));
                assertThat(card.lastReason()).isEqualTo(reasons[i]);
                assertThat(prepared).as(reasons[i].name()).hasValue(STATEMENTS);
            }
        }
    }

    /** The portal's own connections, with a count of the statements made on them. */
    private DataSource counting(AtomicInteger prepared) {
        return new DelegatingDataSource(dataSource) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection real = super.getConnection();
                return (Connection) Proxy.newProxyInstance(
                        getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                            if (method.getName().equals("prepareStatement")) {
                                prepared.incrementAndGet();
                            }
                            try {
                                return method.invoke(real, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
            }
        };
    }
}
