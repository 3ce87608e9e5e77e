package ir.ramzineh.administration;

import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.vault.VaultRotation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The runs as rows: one at a time, worked on by whichever node holds the recurring task. A node that dies leaves the run
 * RUNNING and the next one goes on with it: rows still to do are recognised by their key.
 */
@Component
class ResealRuns {
    private final JdbcClient jdbc;
    private final VaultRotation rotation;
    private final Clock clock;

    ResealRuns(JdbcClient jdbc, VaultRotation rotation, Clock clock) {
        this.jdbc = jdbc;
        this.rotation = rotation;
        this.clock = clock;
    }

    void start(long id, String by, Instant now) {
        jdbc.sql("insert into reseal_run (id, state, started_by, started_at) values (:id, 'WAITING', :by, :now)")
                .param("id", id)
                .param("by", by)
                .param("now", UtcTime.toColumn(now))
                .update();
    }

    boolean askToStop() {
        return jdbc.sql("update reseal_run set cancel = true where at_work = 1 and not cancel")
                        .update()
                == 1;
    }

    Optional<ResealRun> latest() {
        return jdbc.sql("select * from reseal_run order by id desc limit 1")
                .query(ResealRuns::run)
                .optional();
    }

    /** Works on what waits, if anything does, to its end. */
    void work() {
        Optional<Long> waiting = jdbc.sql("select id from reseal_run where at_work = 1")
                .query(Long.class)
                .optional();
        waiting.ifPresent(this::work);
    }

    private void work(long id) {
        long before = jdbc.sql("select done from reseal_run where id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
        jdbc.sql("update reseal_run set state = 'RUNNING', total = :total where id = :id")
                .param("id", id)
                .param("total", before + rotation.remaining())
                .update();
        long[] done = {before};
        String[] column = {""};
        long[] ofColumn = {0};
        rotation.reseal(
                progress -> {
                    String now = progress.table() + "." + progress.column();
                    if (!now.equals(column[0])) {
                        column[0] = now;
                        ofColumn[0] = 0;
                    }
                    done[0] += progress.resealed() - ofColumn[0];
                    ofColumn[0] = progress.resealed();
                    jdbc.sql("update reseal_run set done = :done where id = :id")
                            .param("id", id)
                            .param("done", done[0])
                            .update();
                },
                () -> Thread.currentThread().isInterrupted() || stopAsked(id));
        if (Thread.currentThread().isInterrupted()) {
            // The node goes down: another goes on with it.
            return;
        }
        jdbc.sql("""
                update reseal_run
                set state = if(cancel and :left > 0, 'CANCELLED', 'DONE'), ended_at = :now, left_over = :left
                where id = :id
                """)
                .param("id", id)
                .param("left", rotation.remaining())
                .param("now", UtcTime.toColumn(clock.instant()))
                .update();
    }

    private boolean stopAsked(long id) {
        return jdbc.sql("select cancel from reseal_run where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private static ResealRun run(ResultSet row, int index) throws SQLException {
        LocalDateTime ended = row.getObject("ended_at", LocalDateTime.class);
        long left = row.getLong("left_over");
        boolean known = !row.wasNull();
        return new ResealRun(
                ResealRun.State.valueOf(row.getString("state")),
                row.getString("started_by"),
                UtcTime.fromColumn(row.getObject("started_at", LocalDateTime.class)),
                ended == null ? null : UtcTime.fromColumn(ended),
                row.getLong("done"),
                row.getLong("total"),
                known ? left : null);
    }
}
