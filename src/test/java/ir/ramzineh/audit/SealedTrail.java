package ir.ramzineh.audit;

import ir.ramzineh.kernel.IdSource;
import java.time.Clock;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The portal's own trail in the hands of a test: sealed at once, and attacked by somebody with all rights on it. */
public final class SealedTrail {
    private final AuditSealing sealing;
    private final AppendOnlyGuard guard;
    private final JdbcClient jdbc;
    private final Clock clock;

    public SealedTrail(AuditSealing sealing, AppendOnlyGuard guard, JdbcClient jdbc, Clock clock) {
        this.sealing = sealing;
        this.guard = guard;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public static SealedTrail of(AutowireCapableBeanFactory beans) {
        return beans.createBean(SealedTrail.class);
    }

    /** Seals everything there is, whether or not it has settled. */
    public void sealNow() {
        sealing.sealThrough(IdSource.lowestOf(clock.instant()));
    }

    /** Changes a row as an administrator of the database can. */
    public void change(long row, String assignment) {
        jdbc.sql("drop trigger if exists audit_event_is_never_changed").update();
        try {
            jdbc.sql("update audit_event set " + assignment + " where id = :id")
                    .param("id", row)
                    .update();
        } finally {
            guard.setTriggers();
        }
    }
}
