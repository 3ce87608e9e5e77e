package ir.ramzineh.report;

import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.Reach;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The reports, for those who may see them; a manager sees the own branch (docs/reports.md defines every figure). */
@Service
public class Reports {
    private final Permissions permissions;
    private final ReportRows rows;

    Reports(Permissions permissions, ReportRows rows) {
        this.permissions = permissions;
        this.rows = rows;
    }

    /**
     * One report about one month.
     *
     * @param branch only customers of this branch; null: all that the member's reach covers
     * @throws ir.ramzineh.staff.NotPermittedException the member may not, or not about this branch
     */
    public ReportTable of(StaffId who, ReportKind kind, Grouping by, JalaliMonth month, @Nullable BranchCode branch) {
        StaffMember member = branch == null
                ? permissions.require(who, Permission.REPORT_VIEW)
                : permissions.require(who, Permission.REPORT_VIEW, branch);
        return table(member, Permission.REPORT_VIEW, kind, by, month, branch);
    }

    ReportTable table(
            StaffMember member,
            Permission permission,
            ReportKind kind,
            Grouping by,
            JalaliMonth month,
            @Nullable BranchCode wished) {
        if (!kind.groupings().contains(by)) {
            throw new IllegalArgumentException("This report is not told apart by that");
        }
        BranchCode branch = permission.of(member.role()) == Reach.BANK ? wished : member.branch();
        List<ReportRows.Figure> figures = rows.figures(kind, by, month, branch);
        Map<String, List<ReportRows.Figure>> groups = new TreeMap<>();
        for (ReportRows.Figure figure : figures) {
            groups.computeIfAbsent(figure.group(), group -> new ArrayList<>()).add(figure);
        }
        long refused = figures.stream()
                .filter(figure -> FigureSums.isRefusal(figure))
                .mapToLong(ReportRows.Figure::n)
                .sum();
        List<ReportTable.Row> table = groups.entrySet().stream()
                .map(group -> new ReportTable.Row(group.getKey(), FigureSums.of(kind, group.getValue(), refused)))
                .filter(row -> row.figures().stream().anyMatch(figure -> figure != null && figure != 0))
                .limit(ReportTable.ROWS_MAX)
                .toList();
        ReportTable.Row total = new ReportTable.Row("", FigureSums.of(kind, figures, refused));
        return new ReportTable(kind, by, month, branch, table, total, rows.countedAt());
    }
}
