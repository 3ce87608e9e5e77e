package ir.ramzineh;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What asks again after a lost lock must be able to see one, whatever MariaDB calls it.
 *
 * <p>Negative control, seen to fail: without {@link DatabasePools#databaseErrors()} the error has no kind.
 */
@PortalIT
class LostLockIT {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aLockThatWasWaitedForInVainIsALostLock() {
        TransactionTemplate beside = new TransactionTemplate(transaction.getTransactionManager());
        beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(holds -> {
            hold();
            assertThatExceptionOfType(PessimisticLockingFailureException.class)
                    .isThrownBy(() -> beside.executeWithoutResult(waits -> {
                        jdbc.sql("set statement innodb_lock_wait_timeout = 0 for select code from branch for update")
                                .query(String.class)
                                .list();
                    }));
        });
    }

    private void hold() {
        jdbc.sql("select code from branch for update").query(String.class).list();
    }
}
