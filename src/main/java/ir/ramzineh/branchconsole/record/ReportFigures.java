package ir.ramzineh.branchconsole.record;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import ir.ramzineh.branchconsole.BranchTable;
import ir.ramzineh.report.ReportKind;
import ir.ramzineh.report.ReportTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The figures of a report on its page, the sum of all groups last. */
final class ReportFigures {
    /** Groups on the page at most; the files hold all of them. */
    static final int GROUPS_MAX = 500;

    private ReportFigures() {}

    static BranchTable of(ReportTable table, ReportWords words) {
        List<ReportKind.Column> columns = table.kind().columns();
        String[] heads = new String[columns.size() + 1];
        heads[0] = words.get("report.grouping." + table.by().slug());
        for (int i = 0; i < columns.size(); i++) {
            heads[i + 1] = words.get("report.column." + columns.get(i).name());
        }
        Set<Integer> numbers = IntStream.rangeClosed(1, columns.size()).boxed().collect(Collectors.toSet());
        String caption = words.get(
                "record.reports.caption",
                words.get("report.kind." + table.kind().slug()),
                heads[0],
                words.month(table.month()));
        BranchTable shown = new BranchTable("record-report-table", caption, numbers, heads);
        table.rows().stream()
                .limit(GROUPS_MAX)
                .forEach(row -> shown.row(cells(words.group(table.by(), row.group()), row, columns, words)));
        shown.row(cells(words.get("report.total"), table.total(), columns, words));
        return shown;
    }

    /** What a page leaves out it says. */
    static Optional<Paragraph> more(ReportTable table, ReportWords words) {
        int left = table.rows().size() - GROUPS_MAX;
        if (left <= 0) {
            return Optional.empty();
        }
        Paragraph line =
                new Paragraph(words.get("record.reports.more", words.formats().number(left)));
        line.setId("record-report-more");
        return Optional.of(line);
    }

    private static Component[] cells(
            String name, ReportTable.Row row, List<ReportKind.Column> columns, ReportWords words) {
        Component[] cells = new Component[row.figures().size() + 1];
        cells[0] = BranchTable.text(name);
        for (int i = 0; i < row.figures().size(); i++) {
            cells[i + 1] = BranchTable.text(
                    words.figure(columns.get(i).unit(), row.figures().get(i)));
        }
        return cells;
    }
}
