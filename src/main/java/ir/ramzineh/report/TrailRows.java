package ir.ramzineh.report;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.vault.Field;
import ir.ramzineh.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds rows of the trail, page by page in the order of their ids, newest first. */
@Repository
class TrailRows {
    /** The id's time is drawn a moment before the row's; clocks of nodes differ a little as well. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    /** Longest a search may think, whatever is asked. */
    private static final int SECONDS_MAX = 8;

    private static final Field PAN = new Field("card", "pan_sealed");

    private final JdbcClient jdbc;
    private final Vault vault;

    TrailRows(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** The card with exactly this number, if the portal has met it. */
    Optional<CardId> card(CardNumber number) {
        return jdbc.sql("select id from card where pan_hash in (:hashes)")
                .param("hashes", vault.lookupHashes(PAN, number.digits()))
                .query((row, n) -> new CardId(row.getLong("id")))
                .optional();
    }

    /** Whose card it is. */
    Optional<CustomerId> ownerOf(CardId card) {
        return jdbc.sql("select customer_id from card where id = :id")
                .param("id", card.value())
                .query((row, n) -> new CustomerId(row.getLong("customer_id")))
                .optional();
    }

    List<TrailRow> page(TrailQuery query, long before, int limit) {
        Map<String, Object> values = new HashMap<>();
        StringBuilder where = new StringBuilder("where e.id < :before");
        values.put("before", before);
        values.put("limit", limit);
        if (!query.actor().isEmpty()) {
            where.append(" and e.actor_name = :actor");
            values.put("actor", query.actor());
        }
        if (!query.kind().isEmpty()) {
            where.append(" and (e.kind = :kind or e.kind like :beginning)");
            values.put("kind", query.kind());
            values.put("beginning", literally(query.kind()) + ".%");
        }
        if (query.customer() != null) {
            where.append(
                    " and (e.customer_id = :customer or e.card_id in (select id from card where customer_id = :customer))");
            values.put("customer", query.customer().value());
        }
        if (query.card() != null) {
            where.append(" and e.card_id = :card");
            values.put("card", query.card().value());
        }
        if (query.branch() != null) {
            where.append(" ").append("""
                    and (exists (select 1 from customer u where u.id = e.customer_id and u.branch = :branch)
                       or exists (select 1 from card c join customer u on u.id = c.customer_id
                                  where c.id = e.card_id and u.branch = :branch)
                       or (e.actor_kind = 'STAFF' and e.actor_name in
                            (select m.user_name from staff_member m where m.branch = :branch)))""");
            values.put("branch", query.branch().digits());
        }
        between(query, where, values);
        return jdbc.sql("set statement max_statement_time=" + SECONDS_MAX + """
                         for select e.id, e.happened_at, e.actor_kind, e.actor_name, e.kind, e.customer_id, e.card_id,
                               e.details, (select b.number from audit_block b where b.through_id >= e.id
                                           order by b.through_id limit 1) as block
                        from audit_event e
                        """ + where
                        + " order by e.id desc limit :limit")
                .params(values)
                .query((row, n) -> read(row))
                .list();
    }

    private static void between(TrailQuery query, StringBuilder where, Map<String, Object> values) {
        Instant from = query.from();
        if (from != null) {
            where.append(" and e.id >= :fromId and e.happened_at >= :from");
            values.put("fromId", IdSource.lowestOf(from.minus(MARGIN)));
            values.put("from", UtcTime.toColumn(from));
        }
        Instant until = query.until();
        if (until != null) {
            where.append(" and e.id < :untilId and e.happened_at < :until");
            values.put("untilId", IdSource.lowestOf(until.plus(MARGIN)));
            values.put("until", UtcTime.toColumn(until));
        }
    }

    /** What was typed is looked for as it is, whatever {@code like} makes of some signs. */
    private static String literally(String typed) {
        return typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static TrailRow read(ResultSet row) throws SQLException {
        return new TrailRow(
                row.getLong("id"),
                UtcTime.fromColumn(row.getObject("happened_at", LocalDateTime.class)),
                row.getString("actor_kind"),
                row.getString("actor_name"),
                row.getString("kind"),
                row.getObject("customer_id", Long.class),
                row.getObject("card_id", Long.class),
                row.getString("details"),
                row.getObject("block", Long.class));
    }
}
