package ir.ramzineh.report;

import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.Reach;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffMember;
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
        TableSums sums = new TableSums(kind);
        rows.figures(kind, by, month, branch, sums::add);
        return new ReportTable(kind, by, month, branch, sums.rows(), sums.total(), rows.countedAt());
    }
}
