package ir.ramzineh.report;

import ir.ramzineh.kernel.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what is to be counted, grouped by the database, and keeps the counts. No read locks a row. */
@Repository
class CountRows {
    static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

    /** Half hours, since Tehran's hours begin in the middle of others. */
    private static final int SLOT_SECONDS = 1800;

    private static final Instant SLOT_ZERO = Instant.parse("2020-01-01T00:00:00Z");

    private static final String SLOT = "floor(timestampdiff(second, '2020-01-01', %s) / 1800) as slot";

    private final JdbcClient jdbc;

    CountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One group of rows. */
    record Count(
            LocalDate day,
            int hour,
            Measure measure,
            String channel,
            String issuer,
            String bin,
            String branch,
            String what,
            int bucket,
            long n,
            long amount) {}

    /** The last of the next rows of a table, none where there are none. Tables are named by this module alone. */
    OptionalLong endOfPage(String table, long after, long through, int rows) {
        return jdbc.sql("select max(id) as last_id from (select id from " + table
                        + " where id > :after and id <= :through order by id limit :rows) page")
                .param("after", after)
                .param("through", through)
                .param("rows", rows)
                .query((row, n) -> {
                    long last = row.getLong("last_id");
                    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(last);
                })
                .single();
    }

    List<Count> codes(long after, long through) {
        return jdbc.sql("select " + SLOT.formatted("v.asked_at") + """
                        , v.channel, coalesce(c.issuer, '') as issuer, coalesce(v.bin, '') as bin,
                         coalesce(u.branch, '') as branch, v.reason as what, if(v.kind = 'FIRST', 1, 2) as bucket,
                         count(*) as n, sum(v.amount) as amount
                        from verification v left join card c on c.id = v.card_id left join customer u on u.id = c.customer_id
                        where v.id > :after and v.id <= :through
                        group by 1, 2, 3, 4, 5, 6, 7
                        """)
                .param("after", after)
                .param("through", through)
                .query((row, n) -> read(row, Measure.CODE))
                .list();
    }

    List<Count> exemptions(long after, long through) {
        return jdbc.sql("select " + SLOT.formatted("s.asked_at") + """
                        , s.channel, coalesce(c.issuer, '') as issuer, coalesce(s.bin, '') as bin,
                         coalesce(u.branch, '') as branch, if(s.allowed, 'ALLOWED', 'REFUSED') as what, 2 as bucket,
                         count(*) as n, sum(s.amount) as amount
                        from small_amount_use s left join card c on c.id = s.card_id
                             left join customer u on u.id = c.customer_id
                        where s.id > :after and s.id <= :through
                        group by 1, 2, 3, 4, 5, 6, 7
                        """)
                .param("after", after)
                .param("through", through)
                .query((row, n) -> read(row, Measure.SMALL))
                .list();
    }

    /** Messages made from one id up to another, as they stand now. */
    List<Count> messages(long from, long until, int secondsMax) {
        return jdbc.sql("select " + SLOT.formatted("m.created_at") + """
                        , coalesce(m.provider, '') as channel, coalesce(c.issuer, '') as issuer, coalesce(c.bin, '') as bin,
                         coalesce(u.branch, '') as branch, m.state as what,
                         if(m.state = 'DELIVERED',
                            least(:max, greatest(0, timestampdiff(second, m.created_at, m.ended_at))), 0) as bucket,
                         count(*) as n, 0 as amount
                        from sms_message m left join card c on c.id = m.card_id left join customer u on u.id = m.customer_id
                        where m.id >= :from and m.id < :until
                        group by 1, 2, 3, 4, 5, 6, 7
                        """)
                .param("from", from)
                .param("until", until)
                .param("max", secondsMax)
                .query((row, n) -> read(row, Measure.SMS))
                .list();
    }

    /** Passwords of the cards above one id up to another, as they stand now. */
    List<Count> cards(LocalDate day, long after, long through) {
        return jdbc.sql("""
                        select c.issuer, coalesce(c.bin, '') as bin, coalesce(u.branch, '') as branch, p.state as what,
                               if(p.kind = 'FIRST', 1, 2) as bucket, count(*) as n
                        from card c join card_password p on p.card_id = c.id left join customer u on u.id = c.customer_id
                        where c.id > :after and c.id <= :through and c.active
                        group by 1, 2, 3, 4, 5
                        """)
                .param("after", after)
                .param("through", through)
                .query((row, n) -> new Count(
                        day,
                        0,
                        Measure.CARD,
                        "",
                        row.getString("issuer"),
                        row.getString("bin"),
                        row.getString("branch"),
                        row.getString("what"),
                        row.getInt("bucket"),
                        row.getLong("n"),
                        0))
                .list();
    }

    private static Count read(ResultSet row, Measure measure) throws SQLException {
        ZonedDateTime at =
                SLOT_ZERO.plusSeconds(row.getLong("slot") * SLOT_SECONDS).atZone(TEHRAN);
        return new Count(
                at.toLocalDate(),
                at.getHour(),
                measure,
                row.getString("channel"),
                row.getString("issuer"),
                row.getString("bin"),
                row.getString("branch"),
                row.getString("what"),
                row.getInt("bucket"),
                row.getLong("n"),
                row.getLong("amount"));
    }

    /** Adds to what was counted before. */
    void add(List<Count> counts) {
        for (Count count : counts) {
            jdbc.sql("""
                            insert into report_count (day, hour, measure, channel, issuer, bin, branch, what, bucket, n, amount)
                            values (:day, :hour, :measure, :channel, :issuer, :bin, :branch, :what, :bucket, :n, :amount)
                            on duplicate key update n = n + values(n), amount = amount + values(amount)
                            """)
                    .param("day", count.day())
                    .param("hour", count.hour())
                    .param("measure", count.measure().name())
                    .param("channel", count.channel())
                    .param("issuer", count.issuer())
                    .param("bin", count.bin())
                    .param("branch", count.branch())
                    .param("what", count.what())
                    .param("bucket", count.bucket())
                    .param("n", count.n())
                    .param("amount", count.amount())
                    .update();
        }
    }

    /** Forgets a day of what is counted anew as a whole. */
    void forget(Measure measure, LocalDate day) {
        jdbc.sql("delete from report_count where measure = :measure and day = :day")
                .param("measure", measure.name())
                .param("day", day)
                .update();
    }

    /** Counts that are older than any report asks for. */
    int removeBefore(Measure measure, LocalDate day, int rows) {
        return jdbc.sql("delete from report_count where measure = :measure and day < :day limit :rows")
                .param("measure", measure.name())
                .param("day", day)
                .param("rows", rows)
                .update();
    }

    long countedThrough(String table) {
        return jdbc.sql("select through_id from report_progress where name = :name")
                .param("name", table)
                .query((row, n) -> row.getLong("through_id"))
                .single();
    }

    /** Everything that had settled was counted at this moment, whether or not there was any. */
    void looked(Instant now) {
        jdbc.sql("update report_progress set counted_at = :now")
                .param("now", UtcTime.toColumn(now))
                .update();
    }

    /** Whether this caller was the one to get from one id to the other. */
    boolean advance(String table, long from, long to, Instant now) {
        return jdbc.sql("""
                        update report_progress set through_id = :to, counted_at = :now
                        where name = :name and through_id = :from
                        """)
                        .param("name", table)
                        .param("from", from)
                        .param("to", to)
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }
}
