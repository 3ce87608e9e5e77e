package ir.ramzineh.audit;

import ir.ramzineh.kernel.DatabaseLane;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rows about what was refused. They stand although the refusal ends the caller's transaction, so each is committed by
 * itself, on a connection of {@link DatabaseLane#ASIDE}: whoever is refused holds a connection of another lane meanwhile,
 * and any number of them at once cannot wait for each other.
 */
@Service
public class RefusalTrail {
    private final AuditTrail audit;
    private final TransactionTemplate ownTransaction;

    RefusalTrail(AuditTrail audit, PlatformTransactionManager transactions) {
        this.audit = audit;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Writes one row at once, whatever becomes of the caller's transaction. */
    public void record(AuditEvent event) {
        DatabaseLane.ASIDE.call(() -> {
            ownTransaction.executeWithoutResult(status -> audit.record(event));
            return event;
        });
    }
}
