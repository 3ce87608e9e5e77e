package ir.ramzineh.report;

import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads counts for a report; never the rows they were counted from. */
@Repository
class ReportRows {
    private static final int FETCHED_AT_ONCE = 1_000;

    private final JdbcClient jdbc;

    ReportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts of one group that differ in nothing a report looks at. */
    record Figure(String group, Measure measure, String what, int bucket, long n, long amount) {}

    /**
     * Gives every figure of a report out, those of one group after the other; all of them are never in memory. The
     * grouping's column comes from {@link Grouping} and nowhere else.
     */
    void figures(ReportKind kind, Grouping by, JalaliMonth month, @Nullable BranchCode branch, Consumer<Figure> each) {
        List<String> measures = switch (kind) {
            case DYNAMIC_SHARE -> List.of(Measure.CODE.name(), Measure.SMALL.name());
            case DELIVERY -> List.of(Measure.SMS.name());
            case REFUSALS, LOCKED -> List.of(Measure.CODE.name());
            case EXEMPTIONS -> List.of(Measure.SMALL.name());
        };
        // How many are locked is a state and no event: that of the last day that was counted, or of each day.
        boolean states = kind == ReportKind.LOCKED && by != Grouping.HOUR && by != Grouping.CHANNEL;
        LocalDate statesLast = states ? lastOfStates(month) : null;
        LocalDate statesFirst = states && by == Grouping.DAY ? month.first() : statesLast;
        jdbc.sql("select cast(" + by.column() + """
                         as char) as group_value, measure, what, if(measure = 'SMS', bucket, 0) as bucket_value,
                         sum(n) as all_n, sum(amount) as all_amount
                        from report_count
                        where ((measure in (:measures) and day between :first and :last)
                               or (measure = 'CARD' and day between :statesFirst and :statesLast))
                          and (:branch is null or branch = :branch)
                        group by 1, 2, 3, 4
                        order by 1
                        """)
                .param("measures", measures)
                .param("first", month.first())
                .param("last", month.last())
                .param("statesFirst", statesFirst, Types.DATE)
                .param("statesLast", statesLast, Types.DATE)
                .param("branch", branch == null ? null : branch.digits(), Types.VARCHAR)
                .withFetchSize(FETCHED_AT_ONCE)
                .query(row -> {
                    each.accept(figure(row));
                });
    }

    private static Figure figure(ResultSet row) throws SQLException {
        return new Figure(
                row.getString("group_value"),
                Measure.valueOf(row.getString("measure")),
                row.getString("what"),
                row.getInt("bucket_value"),
                row.getLong("all_n"),
                row.getLong("all_amount"));
    }

    private LocalDate lastOfStates(JalaliMonth month) {
        return jdbc.sql("""
                        select max(day) as last_day from report_count
                        where measure = 'CARD' and day between :first and :last
                          and day not in (select d.day from report_card_day d where d.done_at is null)
                        """)
                .param("first", month.first())
                .param("last", month.last())
                .query((row, n) -> row.getObject("last_day", LocalDate.class))
                .optional()
                .orElse(month.first());
    }

    /** When questions were counted last. */
    Instant countedAt() {
        return UtcTime.fromColumn(jdbc.sql("select min(counted_at) as counted from report_progress")
                .query((row, n) -> row.getObject("counted", LocalDateTime.class))
                .single());
    }
}
