package ir.ramzineh.staff;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.kernel.BranchCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The branches of the bank and what they are called. */
@Service
public class Branches {
    private static final int LIST_MAX = 5_000;

    private final JdbcClient jdbc;
    private final Permissions permissions;
    private final AuditTrail audit;

    Branches(JdbcClient jdbc, Permissions permissions, AuditTrail audit) {
        this.jdbc = jdbc;
        this.permissions = permissions;
        this.audit = audit;
    }

    /** What a branch is called, if it is known. */
    public Optional<LocalizedName> name(BranchCode code) {
        return jdbc.sql("select name_fa, name_en from branch where code = :code")
                .param("code", code.digits())
                .query((row, index) -> new LocalizedName(row.getString(1), row.getString(2)))
                .optional();
    }

    /** Every branch by its number. */
    public List<Branch> all() {
        return jdbc.sql("select code, name_fa, name_en from branch order by length(code), code limit :max")
                .param("max", LIST_MAX)
                .query((row, index) -> new Branch(
                        new BranchCode(row.getString(1)), new LocalizedName(row.getString(2), row.getString(3))))
                .list();
    }

    /** Adds a branch, or gives it another name. */
    @Transactional
    public void name(StaffId who, Branch branch) {
        StaffMember member = permissions.require(who, Permission.STAFF_MANAGE);
        put(branch);
        audit.record(new AuditEvent(
                new Actor.Staff(member.userName()),
                "branch.named",
                null,
                null,
                Map.of("branch", branch.code().digits(), "name", branch.name().fa())));
    }

    void put(Branch branch) {
        jdbc.sql("""
                        insert into branch (code, name_fa, name_en) values (:code, :fa, :en)
                        on duplicate key update name_fa = :fa, name_en = :en
                        """)
                .param("code", branch.code().digits())
                .param("fa", branch.name().fa())
                .param("en", branch.name().en())
                .update();
    }
}
