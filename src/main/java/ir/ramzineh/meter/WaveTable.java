package ir.ramzineh.meter;

import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of waves and of the cards in them. A card stands in a wave once, and leaves WAITING once. */
@Repository
class WaveTable {
    private static final int LIST_MAX = 20;

    private final JdbcClient jdbc;
    private final IdSource ids;

    WaveTable(JdbcClient jdbc, IdSource ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** A card whose turn has come. */
    record Waiting(long wave, CardId card, CustomerId owner) {}

    boolean startedSince(BranchCode branch, Instant since) {
        return jdbc.sql("select 1 from reminder_wave where branch = :branch and started_at > :since limit 1")
                .param("branch", branch.digits())
                .param("since", UtcTime.toColumn(since))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** @throws org.springframework.dao.DuplicateKeyException a wave of this branch runs */
    long insert(BranchCode branch, String maker, String checker, Instant now) {
        long id = ids.next();
        jdbc.sql("""
                insert into reminder_wave (id, branch, state, running_slot, maker, checker, started_at)
                values (:id, :branch, 'RUNNING', 1, :maker, :checker, :now)
                """)
                .param("id", id)
                .param("branch", branch.digits())
                .param("maker", maker)
                .param("checker", checker)
                .param("now", UtcTime.toColumn(now))
                .update();
        return id;
    }

    boolean isRunning(BranchCode branch) {
        return jdbc.sql("select 1 from reminder_wave where branch = :branch and running_slot = 1")
                .param("branch", branch.digits())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    List<Waiting> waiting(int limit) {
        return jdbc.sql("""
                select r.wave_id, r.card_id, r.customer_id
                from reminder_card r join reminder_wave w on w.id = r.wave_id
                where w.state = 'RUNNING' and r.state = 'WAITING'
                order by r.wave_id, r.card_id
                limit :limit
                """)
                .param("limit", limit)
                .query((row, n) -> new Waiting(
                        row.getLong("wave_id"),
                        new CardId(row.getLong("card_id")),
                        new CustomerId(row.getLong("customer_id"))))
                .list();
    }

    /** Only the first caller gets {@code true}, and only while the wave runs; its row stays locked until the commit. */
    boolean take(Waiting one, String state) {
        boolean runs = jdbc.sql("select 1 from reminder_wave where id = :wave and state = 'RUNNING' lock in share mode")
                .param("wave", one.wave())
                .query(Integer.class)
                .optional()
                .isPresent();
        return runs
                && jdbc.sql("""
                        update reminder_card set state = :state
                        where wave_id = :wave and card_id = :card and state = 'WAITING'
                        """)
                                .param("state", state)
                                .param("wave", one.wave())
                                .param("card", one.card().value())
                                .update()
                        == 1;
    }

    void mark(Waiting one, String state) {
        jdbc.sql("update reminder_card set state = :state where wave_id = :wave and card_id = :card")
                .param("state", state)
                .param("wave", one.wave())
                .param("card", one.card().value())
                .update();
    }

    /** Waves in which nobody waits any more are over. */
    void finish(Instant now) {
        jdbc.sql("""
                update reminder_wave w set w.state = 'DONE', w.running_slot = null, w.ended_at = :now
                where w.state = 'RUNNING'
                  and not exists (select 1 from reminder_card r where r.wave_id = w.id and r.state = 'WAITING')
                """).param("now", UtcTime.toColumn(now)).update();
    }

    /** Puts the totals down with waves that are over: nothing in them changes any more. */
    void settle() {
        jdbc.sql("""
                update reminder_wave w
                set w.total = (select count(*) from reminder_card r where r.wave_id = w.id),
                    w.sent = (select count(*) from reminder_card r where r.wave_id = w.id and r.state = 'SENT'),
                    w.skipped = (select count(*) from reminder_card r
                                 where r.wave_id = w.id and r.state not in ('SENT', 'WAITING'))
                where w.total is null and w.ended_at is not null
                """).update();
    }

    /**
     * Removes cards of one wave that ended before a moment, and whose totals stand.
     *
     * @param rows at most so many
     * @return {@code false} where there is no such wave
     */
    boolean purge(Instant endedBefore, int rows) {
        Optional<Long> wave = jdbc.sql("""
                        select id from reminder_wave
                        where cards_kept = true and ended_at < :before and total is not null
                        order by ended_at limit 1
                        """)
                .param("before", UtcTime.toColumn(endedBefore))
                .query(Long.class)
                .optional();
        wave.ifPresent(id -> {
            int removed = jdbc.sql("delete from reminder_card where wave_id = :wave limit :rows")
                    .param("wave", id)
                    .param("rows", rows)
                    .update();
            if (removed < rows) {
                jdbc.sql("update reminder_wave set cards_kept = false where id = :wave")
                        .param("wave", id)
                        .update();
            }
        });
        return wave.isPresent();
    }

    boolean stop(long wave, Instant now) {
        return jdbc.sql("""
                update reminder_wave set state = 'STOPPED', running_slot = null, ended_at = :now
                where id = :wave and state = 'RUNNING'
                """)
                        .param("wave", wave)
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    Optional<ReminderWave> one(long wave) {
        return of("w.id = :wave").param("wave", wave).query(WaveTable::read).optional();
    }

    /** @param branch empty: the whole bank */
    List<ReminderWave> newest(Optional<BranchCode> branch) {
        return of("(:all or w.branch = :branch)")
                .param("all", branch.isEmpty())
                .param("branch", branch.map(BranchCode::digits).orElse(""))
                .query(WaveTable::read)
                .list();
    }

    /** Cards are counted for waves that are not over yet; there are few of those. */
    private JdbcClient.StatementSpec of(String which) {
        return jdbc.sql("""
                select w.id, w.branch, w.state, w.maker, w.checker, w.started_at,
                       coalesce(w.total, (select count(*) from reminder_card r where r.wave_id = w.id)) as total,
                       coalesce(w.sent, (select count(*) from reminder_card r
                                         where r.wave_id = w.id and r.state = 'SENT')) as sent,
                       coalesce(w.skipped, (select count(*) from reminder_card r
                                            where r.wave_id = w.id and r.state not in ('SENT', 'WAITING'))) as skipped
                from reminder_wave w
                where %s
                order by w.id desc
                limit %d
                """.formatted(which, LIST_MAX));
    }

    private static ReminderWave read(ResultSet row, int n) throws SQLException {
        return new ReminderWave(
                row.getLong("id"),
                new BranchCode(row.getString("branch")),
                ReminderWave.State.valueOf(row.getString("state")),
                row.getString("maker"),
                row.getString("checker"),
                UtcTime.fromColumn(row.getObject("started_at", LocalDateTime.class)),
                row.getInt("total"),
                row.getInt("sent"),
                row.getInt("skipped"));
    }
}
