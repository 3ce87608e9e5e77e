package ir.ramzineh.report;

import ir.ramzineh.kernel.UtcTime;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How far the states of passwords are counted on each day; a day counts in reports when it is done. */
@Repository
class CardDays {
    private final JdbcClient jdbc;

    CardDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Begins a day; one that was begun or done stays as it is. Counts that stand there already are those of a version that
     * counted otherwise, and go.
     */
    @Transactional
    public void begin(LocalDate day) {
        int begun = jdbc.sql("insert ignore into report_card_day (day, through_id) values (:day, 0)")
                .param("day", day)
                .update();
        if (begun == 1) {
            jdbc.sql("delete from report_count where measure = 'CARD' and day = :day")
                    .param("day", day)
                    .update();
        }
    }

    boolean isDone(LocalDate day) {
        return jdbc.sql("select 1 from report_card_day where day = :day and done_at is not null")
                .param("day", day)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Cards up to this one are counted. */
    long countedThrough(LocalDate day) {
        return jdbc.sql("select through_id from report_card_day where day = :day")
                .param("day", day)
                .query((row, n) -> row.getLong("through_id"))
                .single();
    }

    /** Whether this caller was the one to get from one card to the other. */
    boolean advance(LocalDate day, long from, long to) {
        return jdbc.sql("""
                        update report_card_day set through_id = :to
                        where day = :day and through_id = :from and done_at is null
                        """)
                        .param("day", day)
                        .param("from", from)
                        .param("to", to)
                        .update()
                == 1;
    }

    void done(LocalDate day, Instant now) {
        jdbc.sql("update report_card_day set done_at = :now where day = :day and done_at is null")
                .param("day", day)
                .param("now", UtcTime.toColumn(now))
                .update();
    }

    /** Takes away what was counted on a day, so that it is counted anew. */
    void forget(LocalDate day) {
        jdbc.sql("delete from report_count where measure = 'CARD' and day = :day")
                .param("day", day)
                .update();
        jdbc.sql("delete from report_card_day where day = :day")
                .param("day", day)
                .update();
    }

    /** A day on which the portal was stopped before all were counted says nothing. */
    void forgetUnfinished(LocalDate before) {
        jdbc.sql("""
                delete c from report_count c join report_card_day d on d.day = c.day
                where c.measure = 'CARD' and d.day < :before and d.done_at is null
                """).param("before", before).update();
        jdbc.sql("delete from report_card_day where day < :before and done_at is null")
                .param("before", before)
                .update();
    }

    void removeBefore(LocalDate day) {
        jdbc.sql("delete from report_card_day where day < :day")
                .param("day", day)
                .update();
    }
}
