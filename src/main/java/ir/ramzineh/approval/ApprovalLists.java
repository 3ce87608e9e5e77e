package ir.ramzineh.approval;

import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.staff.StaffId;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of proposals by branch, maker and customer; none is longer than its caller says. */
@Repository
class ApprovalLists {
    private final JdbcClient jdbc;
    private final ApprovalTable table;

    ApprovalLists(JdbcClient jdbc, ApprovalTable table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    /** @param branch only this branch's and those of none; {@code null}: all */
    List<ApprovalTable.Row> waiting(List<String> kinds, @Nullable BranchCode branch, Instant now, int limit) {
        return jdbc.sql("""
                select * from approval
                where state = 'WAITING' and expires_at > :now and kind in (:kinds) and (:all or branch is null or branch = :branch)
                order by id
                limit :limit
                """)
                .param("now", UtcTime.toColumn(now))
                .param("kinds", kinds)
                .param("all", branch == null)
                .param("branch", branch == null ? null : branch.digits(), Types.VARCHAR)
                .param("limit", limit)
                .query((row, n) -> table.read(row))
                .list();
    }

    /**
     * What a member proposed since a moment, newest first. All states are named for the index of a branch.
     *
     * @param branch only in this branch and in none
     */
    List<ApprovalTable.Row> madeBy(StaffId maker, @Nullable BranchCode branch, Instant since, int limit) {
        return jdbc.sql("""
                select * from approval
                where maker_id = :maker and (branch is null or branch = :branch) and id >= :lowest
                  and state in ('WAITING', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'EXPIRED')
                order by id desc
                limit :limit
                """)
                .param("maker", maker.value())
                .param("branch", branch == null ? null : branch.digits(), Types.VARCHAR)
                .param("lowest", IdSource.lowestOf(since))
                .param("limit", limit)
                .query((row, n) -> table.read(row))
                .list();
    }

    /** How many of those were refused or expired. */
    int notDone(StaffId maker, @Nullable BranchCode branch, Instant since) {
        return jdbc.sql("""
                select count(*) from approval
                where maker_id = :maker and (branch is null or branch = :branch) and id >= :lowest
                  and state in ('REFUSED', 'EXPIRED')
                """)
                .param("maker", maker.value())
                .param("branch", branch == null ? null : branch.digits(), Types.VARCHAR)
                .param("lowest", IdSource.lowestOf(since))
                .query(Integer.class)
                .single();
    }

    /** What waits about a customer, and what was refused or expired since a moment, newest first. */
    List<ApprovalTable.Row> unsettled(CustomerId customer, Instant since, int limit) {
        return jdbc.sql("""
                select * from approval
                where customer_id = :customer
                  and (state = 'WAITING' or state in ('REFUSED', 'EXPIRED') and decided_at > :since)
                order by id desc
                limit :limit
                """)
                .param("customer", customer.value())
                .param("since", UtcTime.toColumn(since))
                .param("limit", limit)
                .query((row, n) -> table.read(row))
                .list();
    }

    /** All about a customer, newest first. */
    List<ApprovalTable.Row> of(CustomerId customer, int limit) {
        return jdbc.sql("select * from approval where customer_id = :customer order by id desc limit :limit")
                .param("customer", customer.value())
                .param("limit", limit)
                .query((row, n) -> table.read(row))
                .list();
    }
}
