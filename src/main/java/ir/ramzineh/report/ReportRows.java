package ir.ramzineh.report;

import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.UtcTime;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads counts for a report; never the rows they were counted from. */
@Repository
class ReportRows {
    private static final int FIGURES_MAX = 200_000;

    private final JdbcClient jdbc;

    ReportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts of one group that differ in nothing a report looks at. */
    record Figure(String group, Measure measure, String what, int bucket, long n, long amount) {}

    /** The grouping's column comes from {@link Grouping} and nowhere else. */
    List<Figure> figures(ReportKind kind, Grouping by, JalaliMonth month, @Nullable BranchCode branch) {
        List<String> measures = switch (kind) {
            case DYNAMIC_SHARE -> List.of(Measure.CODE.name(), Measure.SMALL.name());
            case DELIVERY -> List.of(Measure.SMS.name());
            case REFUSALS, LOCKED -> List.of(Measure.CODE.name());
            case EXEMPTIONS -> List.of(Measure.SMALL.name());
        };
        String group = "cast(" + by.column() + " as char)";
        String code = branch == null ? null : branch.digits();
        List<Figure> counted = query(group, measures, month.first(), month.last(), code);
        if (kind != ReportKind.LOCKED || by == Grouping.HOUR || by == Grouping.CHANNEL) {
            return counted;
        }
        // How many are locked is a state and no event: that of the last day that was counted, or of each day.
        LocalDate last = jdbc.sql("""
                        select max(day) as last_day from report_count
                        where measure = 'CARD' and day between :first and :last
                          and day not in (select d.day from report_card_day d where d.done_at is null)
                        """)
                .param("first", month.first())
                .param("last", month.last())
                .query((row, n) -> row.getObject("last_day", LocalDate.class))
                .optional()
                .orElse(month.first());
        LocalDate first = by == Grouping.DAY ? month.first() : last;
        List<Figure> all = new java.util.ArrayList<>(counted);
        all.addAll(query(group, List.of(Measure.CARD.name()), first, last, code));
        return all;
    }

    private List<Figure> query(
            String group, List<String> measures, LocalDate first, LocalDate last, @Nullable String branch) {
        return jdbc.sql("select " + group + """
                         as group_value, measure, what, if(measure = 'SMS', bucket, 0) as bucket_value,
                         sum(n) as all_n, sum(amount) as all_amount
                        from report_count
                        where measure in (:measures) and day between :first and :last
                          and (:branch is null or branch = :branch)
                        group by 1, 2, 3, 4
                        limit :limit
                        """)
                .param("measures", measures)
                .param("first", first)
                .param("last", last)
                .param("branch", branch, Types.VARCHAR)
                .param("limit", FIGURES_MAX)
                .query((row, n) -> new Figure(
                        row.getString("group_value"),
                        Measure.valueOf(row.getString("measure")),
                        row.getString("what"),
                        row.getInt("bucket_value"),
                        row.getLong("all_n"),
                        row.getLong("all_amount")))
                .list();
    }

    /** When questions were counted last. */
    Instant countedAt() {
        return UtcTime.fromColumn(jdbc.sql("select min(counted_at) as counted from report_progress")
                .query((row, n) -> row.getObject("counted", LocalDateTime.class))
                .single());
    }
}
