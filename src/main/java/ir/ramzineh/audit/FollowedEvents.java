package ir.ramzineh.audit;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Committed rows of the trail for those who follow it. Ids grow with the time of writing, not of committing: a row may
 * appear below one that was read before, so a follower looks back over a while and recognises what it has.
 */
@Service
public class FollowedEvents {
    private static final int LIMIT_MAX = 1_000;

    private final JdbcClient jdbc;

    FollowedEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The highest id there is; 0 while the trail is empty. */
    @Transactional(readOnly = true)
    public long newest() {
        return jdbc.sql("select coalesce(max(id), 0) from audit_event")
                .query(Long.class)
                .single();
    }

    /**
     * Rows of some families, by id.
     *
     * @param after below the lowest id
     * @param upTo the highest id
     * @param families first words of the kinds, such as {@code token}; at least one
     * @param limit 1 to 1000 rows
     */
    @Transactional(readOnly = true)
    public List<RecordedEvent> between(long after, long upTo, Collection<String> families, int limit) {
        return jdbc.sql("""
                        select id, happened_at, actor_kind, actor_name, kind, customer_id, card_id, details
                        from audit_event
                        where id > :after and id <= :upTo and substring_index(kind, '.', 1) in (:families)
                        order by id
                        limit :limit
                        """)
                .param("after", after)
                .param("upTo", upTo)
                .param("families", families)
                .param("limit", Math.clamp(limit, 1, LIMIT_MAX))
                .query((row, index) -> event(row))
                .list();
    }

    private static RecordedEvent event(ResultSet row) throws SQLException {
        long customer = row.getLong("customer_id");
        long card = row.getLong("card_id");
        return new RecordedEvent(
                row.getLong("id"),
                UtcTime.fromColumn(row.getObject("happened_at", LocalDateTime.class)),
                AuditTrail.actor(row.getString("actor_kind"), row.getString("actor_name")),
                row.getString("kind"),
                customer == 0 ? null : new CustomerId(customer),
                card == 0 ? null : new CardId(card),
                EventDetails.read(row.getString("details")));
    }
}
