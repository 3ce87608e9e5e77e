package ir.ramzineh.audit;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The append-only trail. A row is written in the transaction of the deed, so there is no deed without its row and no row
 * without its deed; nothing here changes or removes one.
 */
@Service
public class AuditTrail {
    private static final int ACTIVITY_MAX = 500;

    private final JdbcClient jdbc;
    private final IdSource ids;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, IdSource ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Writes one row into the caller's transaction.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditEvent event) {
        ActorColumns actor = ActorColumns.of(event.actor());
        CustomerId customer = event.customer();
        CardId card = event.card();
        int rows = jdbc.sql("""
                        insert into audit_event (id, happened_at, actor_kind, actor_name, kind, customer_id, card_id, details)
                        values (:id, :at, :actorKind, :actorName, :kind, :customer, :card, :details)
                        """)
                .param("id", ids.next())
                .param("at", UtcTime.toColumn(clock.instant()))
                .param("actorKind", actor.kind())
                .param("actorName", actor.name())
                .param("kind", event.kind())
                .param("customer", customer == null ? null : customer.value(), Types.BIGINT)
                .param("card", card == null ? null : card.value(), Types.BIGINT)
                .param("details", EventDetails.write(event.details()))
                .update();
        if (rows != 1) {
            throw new IllegalStateException("The audit row was not written");
        }
    }

    /**
     * What happened to a customer, newest first.
     *
     * @param limit 1 to 500 rows
     */
    @Transactional(readOnly = true)
    public List<ActivityEntry> activityOf(CustomerId customer, int limit) {
        return jdbc.sql("""
                        select id, happened_at, actor_kind, actor_name, kind, card_id, details
                        from audit_event
                        where customer_id = :customer
                        order by id desc
                        limit :limit
                        """)
                .param("customer", customer.value())
                .param("limit", Math.clamp(limit, 1, ACTIVITY_MAX))
                .query((row, index) -> entry(row))
                .list();
    }

    /** One line of a customer's list about one card; anybody else's is not found. */
    @Transactional(readOnly = true)
    public Optional<ActivityEntry> activityOf(CustomerId customer, CardId card, long id) {
        return jdbc.sql("""
                        select id, happened_at, actor_kind, actor_name, kind, card_id, details
                        from audit_event
                        where id = :id and customer_id = :customer and card_id = :card
                        """)
                .param("id", id)
                .param("customer", customer.value())
                .param("card", card.value())
                .query((row, index) -> entry(row))
                .optional();
    }

    /** The actor of a row. */
    static Actor actor(String kind, String name) {
        return ActorColumns.actor(kind, name);
    }

    private static ActivityEntry entry(ResultSet row) throws SQLException {
        long card = row.getLong("card_id");
        return new ActivityEntry(
                row.getLong("id"),
                UtcTime.fromColumn(row.getObject("happened_at", LocalDateTime.class)),
                ActorColumns.actor(row.getString("actor_kind"), row.getString("actor_name")),
                row.getString("kind"),
                card == 0 ? null : new CardId(card),
                EventDetails.read(row.getString("details")));
    }

    /** How an actor stands in the table: a word and a name. */
    private record ActorColumns(String kind, String name) {
        static ActorColumns of(Actor actor) {
            return switch (actor) {
                case Actor.Customer customer ->
                    new ActorColumns(
                            "CUSTOMER",
                            String.format(Locale.ROOT, "%d", customer.id().value()));
                case Actor.Channel channel -> new ActorColumns("CHANNEL", EventDetails.inert(channel.client(), 64));
                case Actor.Staff staff -> new ActorColumns("STAFF", EventDetails.inert(staff.userName(), 64));
                case Actor.Portal() -> new ActorColumns("PORTAL", "");
                case Actor.Anonymous() -> new ActorColumns("ANONYMOUS", "");
            };
        }

        static Actor actor(String kind, String name) {
            return switch (kind) {
                case "CUSTOMER" -> new Actor.Customer(new CustomerId(Long.parseLong(name)));
                case "CHANNEL" -> new Actor.Channel(name);
                case "STAFF" -> new Actor.Staff(name);
                case "ANONYMOUS" -> new Actor.Anonymous();
                default -> new Actor.Portal();
            };
        }
    }
}
