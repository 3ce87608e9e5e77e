package ir.ramzineh.helpdesk;

import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.staff.DeskReason;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.vault.Purpose;
import ir.ramzineh.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which member said, in which sign-in, why whose page is looked at. */
@Repository
class LookTable {
    private static final Purpose SESSION = new Purpose("helpdesk.session");

    private final JdbcClient jdbc;
    private final Vault vault;
    private final IdSource ids;

    LookTable(JdbcClient jdbc, Vault vault, IdSource ids) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.ids = ids;
    }

    void insert(
            StaffId who,
            DeskSession session,
            CustomerId customer,
            DeskReason reason,
            @Nullable Long about,
            Instant now,
            Instant until) {
        jdbc.sql("""
                insert into helpdesk_look (id, staff_id, session_mac, customer_id, reason, ticket, case_id, looked_at, fresh_until)
                values (:id, :staff, :session, :customer, :reason, :ticket, :case, :now, :until)
                """)
                .param("id", ids.next())
                .param("staff", who.value())
                .param("session", mac(session))
                .param("customer", customer.value())
                .param("reason", reason.kind().name())
                .param("ticket", reason.ticket())
                .param("case", about, Types.BIGINT)
                .param("now", UtcTime.toColumn(now))
                .param("until", UtcTime.toColumn(until))
                .update();
    }

    /** Whether the member looked at this case or proposal in this sign-in, not long ago. */
    boolean isFresh(StaffId who, DeskSession session, long about, Instant now) {
        return jdbc.sql("""
                select 1 from helpdesk_look
                where staff_id = :staff and case_id = :case and session_mac = :session
                  and looked_at <= :now and fresh_until > :now
                limit 1
                """)
                .param("staff", who.value())
                .param("case", about)
                .param("session", mac(session))
                .param("now", UtcTime.toColumn(now))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The newest reason that still holds. */
    Optional<DeskReason> fresh(StaffId who, DeskSession session, CustomerId customer, Instant now) {
        return jdbc.sql("""
                select reason, ticket from helpdesk_look
                where staff_id = :staff and customer_id = :customer and session_mac = :session
                  and looked_at <= :now and fresh_until > :now
                order by id desc
                limit 1
                """)
                .param("staff", who.value())
                .param("customer", customer.value())
                .param("session", mac(session))
                .param("now", UtcTime.toColumn(now))
                .query((row, n) ->
                        new DeskReason(DeskReason.Kind.valueOf(row.getString("reason")), row.getString("ticket")))
                .optional();
    }

    int removeOlderThan(Instant moment, int rows) {
        return jdbc.sql("delete from helpdesk_look where looked_at < :moment limit :rows")
                .param("moment", UtcTime.toColumn(moment))
                .param("rows", rows)
                .update();
    }

    private byte[] mac(DeskSession session) {
        return vault.mac(SESSION, session.id().getBytes(StandardCharsets.UTF_8));
    }
}
