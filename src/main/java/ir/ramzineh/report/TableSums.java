package ir.ramzineh.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the figures of a report, which come one group after the other: it holds the counts of one group and those over
 * all, never those of every group, so that a report may have as many groups as the bank has branches.
 */
final class TableSums {
    private final ReportKind kind;
    private final List<ReportTable.Row> rows = new ArrayList<>();
    private final List<ReportRows.Figure> group = new ArrayList<>();
    private final Map<What, ReportRows.Figure> all = new HashMap<>();

    /** What figures of all groups are added up by: some thousand seconds, measures and states. */
    private record What(Measure measure, String what, int bucket) {}

    TableSums(ReportKind kind) {
        this.kind = kind;
    }

    /** The next figure; those of one group follow each other. */
    void add(ReportRows.Figure figure) {
        if (!group.isEmpty() && !group.getFirst().group().equals(figure.group())) {
            endGroup();
        }
        group.add(figure);
        all.merge(new What(figure.measure(), figure.what(), figure.bucket()), figure, TableSums::sum);
    }

    private static ReportRows.Figure sum(ReportRows.Figure one, ReportRows.Figure other) {
        return new ReportRows.Figure(
                "", one.measure(), one.what(), one.bucket(), one.n() + other.n(), one.amount() + other.amount());
    }

    private void endGroup() {
        rows.add(new ReportTable.Row(group.getFirst().group(), FigureSums.of(kind, group)));
        group.clear();
    }

    /** Over all groups, after the last figure. */
    ReportTable.Row total() {
        List<@Nullable Long> figures = FigureSums.of(kind, List.copyOf(all.values()));
        return new ReportTable.Row("", FigureSums.withShare(kind, figures, figures));
    }

    /** The groups in which anything was counted, after the last figure. */
    List<ReportTable.Row> rows() {
        if (!group.isEmpty()) {
            endGroup();
        }
        List<@Nullable Long> total = total().figures();
        return rows.stream()
                .map(row -> new ReportTable.Row(row.group(), FigureSums.withShare(kind, row.figures(), total)))
                .filter(row -> row.figures().stream().anyMatch(figure -> figure != null && figure != 0))
                .sorted(Comparator.comparing(ReportTable.Row::group))
                .toList();
    }
}
