package ir.ramzineh.gatewaytoken;

import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.staff.DeskReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What happened to a token, in the transaction in which it happened. */
@Repository
class GatewayHistory {
    static final String PHONE = "phone";
    static final String CUSTOMER = "customer";
    static final String PORTAL = "portal";
    private static final int ROWS_MAX = 100;

    private final JdbcClient jdbc;
    private final IdSource ids;
    private final Clock clock;

    GatewayHistory(JdbcClient jdbc, IdSource ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(long token, String kind, String actor, Collection<LinkScope> scopes, @Nullable DeskReason reason) {
        jdbc.sql("""
                insert into gateway_event (id, token_id, happened_at, kind, actor, scopes, reason, ticket)
                values (:id, :token, :now, :kind, :actor, :scopes, :reason, :ticket)
                """)
                .param("id", ids.next())
                .param("token", token)
                .param("now", UtcTime.toColumn(clock.instant()))
                .param("kind", kind)
                .param("actor", actor)
                .param("scopes", scopes.stream().sorted().map(LinkScope::name).collect(Collectors.joining(",")))
                .param("reason", reason == null ? null : reason.kind().name(), Types.VARCHAR)
                .param("ticket", reason == null ? "" : reason.ticket())
                .update();
    }

    /** Newest first. */
    public List<TokenEvent> of(long token) {
        return jdbc.sql("""
                select happened_at, kind, actor, scopes, reason, ticket, note from gateway_event
                where token_id = :token order by id desc limit :max
                """)
                .param("token", token)
                .param("max", ROWS_MAX)
                .query((row, n) -> new TokenEvent(
                        UtcTime.fromColumn(row.getObject("happened_at", LocalDateTime.class)),
                        row.getString("kind"),
                        row.getString("actor"),
                        row.getString("scopes"),
                        reason(row),
                        row.getString("note")))
                .list();
    }

    private static @Nullable DeskReason reason(ResultSet row) throws SQLException {
        String kind = row.getString("reason");
        return kind == null ? null : new DeskReason(DeskReason.Kind.valueOf(kind), row.getString("ticket"));
    }

    /** Who did each of these to a token the last time it was done. */
    Set<String> lastBy(long token, Collection<String> kinds) {
        return jdbc.sql("""
                select actor from gateway_event where id in (
                    select max(id) from gateway_event where token_id = :token and kind in (:kinds) group by kind)
                """)
                .param("token", token)
                .param("kinds", kinds)
                .query((row, n) -> row.getString("actor"))
                .set();
    }
}
