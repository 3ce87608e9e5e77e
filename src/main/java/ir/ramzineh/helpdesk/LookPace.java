package ir.ramzineh.helpdesk;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.staff.StaffMember;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How often a member may look: a growing wait, and a ceiling for the day. Counted by one conditional update in a
 * transaction of its own, so that neither two at once nor a search that fails afterwards give a look for nothing.
 */
@Component
class LookPace {
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final HelpdeskSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    LookPace(
            JdbcClient jdbc,
            AuditTrail audit,
            HelpdeskSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Counts one look, or says why not. */
    LookOutcome take(StaffMember member) {
        return Objects.requireNonNull(transaction.execute(status -> count(member)));
    }

    private LookOutcome count(StaffMember member) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, TEHRAN);
        jdbc.sql("""
                insert into helpdesk_pace (staff_id, day, used, burst, burst_started_at, next_at)
                values (:staff, :day, 0, 0, :now, :now)
                on duplicate key update staff_id = staff_id
                """)
                .param("staff", member.id().value())
                .param("day", today)
                .param("now", UtcTime.toColumn(now))
                .update();
        // MariaDB assigns from left to right: a later assignment must not need what an earlier one changed.
        int counted = jdbc.sql("""
                update helpdesk_pace
                set next_at = :now + interval
                              if(burst_started_at <= :over or burst < :ease, 0, least(:longest, pow(2, burst - :ease + 1)))
                              second,
                    burst = if(burst_started_at <= :over, 1, burst + 1),
                    burst_started_at = if(burst_started_at <= :over, :now, burst_started_at),
                    used = if(day <> :day, 1, used + 1),
                    day = :day
                where staff_id = :staff
                  and (next_at <= :now or next_at > :now + interval :longest second)
                  and (day <> :day or used < :cap)
                """)
                .param("staff", member.id().value())
                .param("day", today)
                .param("now", UtcTime.toColumn(now))
                .param("over", UtcTime.toColumn(now.minus(settings.easeWindow())))
                .param("ease", settings.looksAtEase())
                .param("longest", settings.longestWait().toSeconds())
                .param("cap", settings.looksPerDay())
                .update();
        return counted == 1 ? new LookOutcome.Open() : refused(member, today, now);
    }

    private LookOutcome refused(StaffMember member, LocalDate today, Instant now) {
        Instant next = UtcTime.fromColumn(jdbc.sql("select next_at from helpdesk_pace where staff_id = :staff")
                .param("staff", member.id().value())
                .query(LocalDateTime.class)
                .single());
        if (next.isAfter(now)) {
            long seconds = Duration.between(now, next).plusMillis(999).toSeconds();
            return new LookOutcome.Wait(Duration.ofSeconds(seconds));
        }
        int warned = jdbc.sql("""
                update helpdesk_pace set warned_day = :day
                where staff_id = :staff and (warned_day is null or warned_day <> :day)
                """)
                .param("staff", member.id().value())
                .param("day", today)
                .update();
        if (warned == 1) {
            audit.record(new AuditEvent(
                    new Actor.Staff(member.userName()),
                    "helpdesk.too-many-looks",
                    null,
                    null,
                    Map.of("looks", Integer.toString(settings.looksPerDay()))));
        }
        return new LookOutcome.EnoughForToday(settings.looksPerDay());
    }
}
