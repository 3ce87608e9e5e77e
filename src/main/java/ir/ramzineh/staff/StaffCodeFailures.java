package ir.ramzineh.staff;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.kernel.UtcTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Wrong codes after a right password, counted apart from all other failures: somebody knows that password. Each is counted
 * before the code is looked at, so many at once get no further than one after another. After {@value #TELL} in a row the
 * member and the administrators are told; after {@value #MAX} in a row the authenticator is taken away, and only a reset
 * brings another (NIST SP 800-63B-4, section 3.2.2: at most 100).
 */
@Repository
class StaffCodeFailures {
    static final int TELL = 5;
    static final int MAX = 100;

    private final JdbcClient jdbc;
    private final StaffRows members;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    StaffCodeFailures(
            JdbcClient jdbc,
            StaffRows members,
            AuditTrail audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Counts a code that is about to be looked at; {@code false} when it must not be. */
    boolean reserve(StaffId id) {
        boolean counted = jdbc.sql("""
                                update staff_credential
                                set code_failures = code_failures + 1, code_failed_at = :now
                                where staff_id = :id and key_sealed is not null and code_failures < :max
                                """)
                        .param("now", UtcTime.toColumn(clock.instant()))
                        .param("id", id.value())
                        .param("max", MAX)
                        .update()
                == 1;
        if (!counted) {
            // Whoever counted the last one may have been stopped before the authenticator was taken away.
            failed(id);
        }
        return counted;
    }

    /** It was wrong: tells, and takes away, what is due. Looks first, so that a crowd does not queue for the row. */
    void failed(StaffId id) {
        if (is(id, "code_failures >= :count and code_warning < code_failures", TELL)) {
            set(id, "code_warning = greatest(code_warning, code_failures)", "code_failures >= :count", TELL);
        }
        once(id, "code_told = true", "not code_told and code_failures >= :count", TELL, "staff.codes-wrong");
        once(
                id,
                "key_sealed = null",
                "key_sealed is not null and code_failures >= :count",
                MAX,
                "staff.authenticator-taken");
    }

    /** What the member has not read about yet. */
    Optional<StaffWarning> unread(StaffId id) {
        return warnings("c.staff_id = :id and c.code_warning > 0", id.value(), Instant.EPOCH).stream()
                .findFirst();
    }

    /** The member has read it. */
    void read(StaffId id) {
        jdbc.sql("update staff_credential set code_warning = 0 where staff_id = :id")
                .param("id", id.value())
                .update();
    }

    /** Of all members since a moment, whether they have read it or not, the latest first. */
    List<StaffWarning> since(Instant since) {
        return warnings("(c.code_told or c.code_warning > 0) and c.code_failed_at >= :since", 0, since);
    }

    private List<StaffWarning> warnings(String which, long id, Instant since) {
        return jdbc.sql("""
                        select c.staff_id, greatest(c.code_warning, c.code_failures) failures, c.code_failed_at,
                               c.key_sealed is null taken
                        from staff_credential c
                        where %s
                        order by c.code_failed_at desc
                        limit 50
                        """.formatted(which))
                .param("id", id)
                .param("since", UtcTime.toColumn(since))
                .query((row, index) -> new StaffWarning(
                        members.byId(new StaffId(row.getLong("staff_id"))).orElseThrow(),
                        row.getInt("failures"),
                        UtcTime.fromColumn(row.getObject("code_failed_at", LocalDateTime.class)),
                        row.getBoolean("taken")))
                .list();
    }

    /** Of many at once, one does it and writes the row. */
    private void once(StaffId id, String change, String condition, int count, String kind) {
        if (is(id, condition, count)) {
            transaction.executeWithoutResult(status -> {
                if (set(id, change, condition, count)) {
                    record(id, kind, count);
                }
            });
        }
    }

    private boolean is(StaffId id, String condition, int count) {
        return jdbc.sql("select count(*) from staff_credential where staff_id = :id and " + condition)
                        .param("id", id.value())
                        .param("count", count)
                        .query(Long.class)
                        .single()
                == 1;
    }

    private boolean set(StaffId id, String change, String condition, int count) {
        return jdbc.sql("update staff_credential set " + change + " where staff_id = :id and " + condition)
                        .param("id", id.value())
                        .param("count", count)
                        .update()
                == 1;
    }

    private void record(StaffId id, String kind, int count) {
        audit.record(new AuditEvent(
                new Actor.Anonymous(),
                kind,
                null,
                null,
                Map.of("member", members.userName(id).orElse(""), "failures", Integer.toString(count))));
    }
}
