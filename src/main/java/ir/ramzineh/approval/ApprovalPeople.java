package ir.ramzineh.approval;

import ir.ramzineh.staff.StaffId;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who proposed and who decided, for a later deed that is for others to decide. */
@Repository
public class ApprovalPeople {
    private final JdbcClient jdbc;

    ApprovalPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Maker and checker of a proposal; fewer while nobody has decided, none when there is no such proposal. */
    public Set<StaffId> of(ApprovalId id) {
        return Set.copyOf(jdbc.sql("""
                        select maker_id from approval where id = :id
                        union
                        select checker_id from approval where id = :id and checker_id is not null
                        """)
                .param("id", id.value())
                .query((row, n) -> new StaffId(row.getLong(1)))
                .list());
    }
}
