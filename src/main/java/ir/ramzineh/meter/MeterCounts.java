package ir.ramzineh.meter;

import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.UtcTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The figures of the meter, kept for each day, so that no visit of a page goes through all cards. */
@Repository
class MeterCounts {
    private static final String DYNAMIC = "DYNAMIC";

    private final JdbcClient jdbc;
    private final MeterSettings settings;

    MeterCounts(JdbcClient jdbc, MeterSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Begins a day; one that was begun or done stays as it is. */
    void begin(LocalDate day) {
        jdbc.sql("insert ignore into meter_day (day, through_id) values (:day, 0)")
                .param("day", day)
                .update();
    }

    /** Cards up to this one are counted; empty where the day is done. */
    Optional<Long> countedThrough(LocalDate day) {
        return jdbc.sql("select through_id from meter_day where day = :day and done_at is null")
                .param("day", day)
                .query(Long.class)
                .optional();
    }

    /** Whether this caller was the one to get from one card to the other. */
    boolean advance(LocalDate day, long from, long to) {
        return jdbc.sql("""
                update meter_day set through_id = :to where day = :day and through_id = :from and done_at is null
                """)
                        .param("day", day)
                        .param("from", from)
                        .param("to", to)
                        .update()
                == 1;
    }

    void done(LocalDate day, Instant now) {
        jdbc.sql("update meter_day set done_at = :now where day = :day and done_at is null")
                .param("day", day)
                .param("now", UtcTime.toColumn(now))
                .update();
    }

    void add(LocalDate day, StaticCards.Counted counted) {
        jdbc.sql("""
                insert into meter_count (day, branch, reason, n) values (:day, :branch, :reason, :n)
                on duplicate key update n = n + values(n)
                """)
                .param("day", day)
                .param("branch", counted.branch())
                .param("reason", counted.reason())
                .param("n", counted.cards())
                .update();
    }

    /** Only the newest days are of use; a day that was never done is of none once another was begun. */
    void removeBefore(LocalDate oldest, LocalDate today) {
        jdbc.sql("""
                delete c from meter_count c left join meter_day d on d.day = c.day and d.done_at is not null
                where c.day < :oldest or (c.day < :today and d.day is null)
                """).param("oldest", oldest).param("today", today).update();
        jdbc.sql("delete from meter_day where day < :oldest or (day < :today and done_at is null)")
                .param("oldest", oldest)
                .param("today", today)
                .update();
    }

    /** @param branch empty: the whole bank */
    MeterReading newest(Optional<BranchCode> branch) {
        Optional<Day> newest = jdbc.sql("""
                select day, done_at from meter_day where done_at is not null order by day desc limit 1
                """)
                .query((row, n) -> new Day(
                        row.getObject("day", LocalDate.class),
                        UtcTime.fromColumn(row.getObject("done_at", LocalDateTime.class))))
                .optional();
        Map<StaticReason, Long> open = new EnumMap<>(StaticReason.class);
        long[] all = new long[3];
        newest.ifPresent(day -> jdbc.sql("""
                select reason, sum(n) as cards, sum(if(branch = '', n, 0)) as nobodys from meter_count
                where day = :day and (:all or branch = :branch or (:others and branch = ''))
                group by reason
                """)
                .param("day", day.day())
                .param("all", branch.isEmpty())
                .param("others", branch.filter(settings::isForOthers).isPresent())
                .param("branch", branch.map(BranchCode::digits).orElse(""))
                .query(row -> {
                    long cards = row.getLong("cards");
                    all[0] += cards;
                    if (row.getString("reason").equals(DYNAMIC)) {
                        all[1] = cards;
                    } else {
                        all[2] += row.getLong("nobodys");
                        open.put(StaticReason.valueOf(row.getString("reason")), cards);
                    }
                }));
        long unserved = branch.isEmpty() && settings.othersAt() == null ? all[2] : 0;
        return new MeterReading(all[0], all[1], open, unserved, newest.map(Day::countedAt));
    }

    private record Day(LocalDate day, Instant countedAt) {}
}
