package ir.ramzineh.administration;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffMember;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The recurring work of the portal as its table tells it: looked at with {@link Permission#JOBS_VIEW}, begun early with
 * {@link Permission#JOBS_RUN}.
 */
@Service
public class Jobs {
    private final Permissions permissions;
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    Jobs(Permissions permissions, JdbcClient jdbc, AuditTrail audit) {
        this.permissions = permissions;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * A job.
     *
     * @param next when it runs next
     * @param succeeded its last good end
     * @param failed its last bad end
     * @param failures bad ends in a row
     * @param node where it runs at this moment, if it does
     */
    public record Job(
            String name,
            Instant next,
            @Nullable Instant succeeded,
            @Nullable Instant failed,
            int failures,
            @Nullable String node) {}

    /** Every job, by name. */
    @Transactional
    public List<Job> all(StaffId who) {
        permissions.require(who, Permission.JOBS_VIEW);
        return jdbc.sql("""
                        select task_name, execution_time, last_success, last_failure, consecutive_failures,
                               if(picked, picked_by, null) as node
                        from scheduled_tasks order by task_name, task_instance
                        """).query(Jobs::job).list();
    }

    /**
     * Lets a job run now rather than at its time.
     *
     * @return {@code false} when there is none of this name, or it runs at this moment
     */
    @Transactional
    public boolean runNow(StaffId who, String name) {
        StaffMember member = permissions.require(who, Permission.JOBS_RUN);
        boolean moved = jdbc.sql("""
                        update scheduled_tasks set execution_time = utc_timestamp(6)
                        where task_name = :name and task_instance = 'recurring' and not picked
                        """).param("name", name).update() == 1;
        if (moved) {
            audit.record(
                    new AuditEvent(new Actor.Staff(member.userName()), "job.run", null, null, Map.of("job", name)));
        }
        return moved;
    }

    private static Job job(ResultSet row, int index) throws SQLException {
        return new Job(
                row.getString("task_name"),
                UtcTime.fromColumn(row.getObject("execution_time", LocalDateTime.class)),
                instant(row, "last_success"),
                instant(row, "last_failure"),
                row.getInt("consecutive_failures"),
                row.getString("node"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : UtcTime.fromColumn(time);
    }
}
