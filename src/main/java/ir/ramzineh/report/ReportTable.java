package ir.ramzineh.report;

import ir.ramzineh.kernel.BranchCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a report.
 *
 * @param branch the one branch it is about; null: the whole bank
 * @param rows every group in which anything was counted, in the order of the grouping
 * @param total over all groups; medians over all are no sum of medians
 * @param countedAt figures are complete up to some minutes before this
 */
public record ReportTable(
        ReportKind kind,
        Grouping by,
        JalaliMonth month,
        @Nullable BranchCode branch,
        List<Row> rows,
        Row total,
        Instant countedAt) {
    public ReportTable {
        rows = List.copyOf(rows);
    }

    /**
     * One group.
     *
     * @param group value of the grouping; empty where it is not known
     * @param figures one for each column of the kind; null where there is nothing to count from
     */
    public record Row(String group, List<@Nullable Long> figures) {}
}
