package ir.ramzineh.webhook;

import ir.ramzineh.kernel.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of deliveries. Who tries one claims it first for a while; a claim that was never noted down, because the node
 * died, ends by itself and the event goes out again under the same id.
 */
@Repository
class DeliveryTable {
    private final JdbcClient jdbc;

    DeliveryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A claimed delivery.
     *
     * @param tries this one included; whoever notes the outcome must name it, so that a late note of an older try is void
     */
    record Claimed(long endpoint, long event, String body, int tries) {}

    /** Which of the events between two ids this receiver has already. */
    Set<Long> known(long endpoint, long fromEvent, long toEvent) {
        return new HashSet<>(jdbc.sql("""
                        select event_id from webhook_delivery
                        where endpoint_id = :endpoint and event_id between :from and :to
                        """)
                .param("endpoint", endpoint)
                .param("from", fromEvent)
                .param("to", toEvent)
                .query((row, n) -> row.getLong("event_id"))
                .list());
    }

    /** Queues an event; the second time, or on a second node, nothing happens. */
    void queue(long endpoint, long event, String kind, Instant happenedAt, String body, Instant now) {
        jdbc.sql("""
                insert into webhook_delivery (endpoint_id, event_id, kind, happened_at, body, state, due_at)
                values (:endpoint, :event, :kind, :at, :body, 'WAITING', :now)
                on duplicate key update event_id = values(event_id)
                """)
                .param("endpoint", endpoint)
                .param("event", event)
                .param("kind", kind)
                .param("at", UtcTime.toColumn(happenedAt))
                .param("body", body)
                .param("now", UtcTime.toColumn(now))
                .update();
    }

    /** The oldest due event of a receiver; empty when there is none or another node was first. */
    Optional<Claimed> claimOldest(long endpoint, Instant now, Instant claimUntil) {
        Optional<Claimed> oldest = jdbc.sql("""
                        select event_id, body, tries from webhook_delivery
                        where endpoint_id = :endpoint and state = 'WAITING' and due_at <= :now
                          and (claimed_until is null or claimed_until <= :now)
                        order by event_id limit 1
                        """)
                .param("endpoint", endpoint)
                .param("now", UtcTime.toColumn(now))
                .query((row, n) ->
                        new Claimed(endpoint, row.getLong("event_id"), row.getString("body"), row.getInt("tries") + 1))
                .optional();
        return oldest.filter(claimed -> jdbc.sql("""
                        update webhook_delivery
                        set claimed_until = :until, tries = :tries, tried_at = :now
                        where endpoint_id = :endpoint and event_id = :event and state = 'WAITING'
                          and tries = :tries - 1 and (claimed_until is null or claimed_until <= :now)
                        """)
                        .param("endpoint", endpoint)
                        .param("event", claimed.event())
                        .param("tries", claimed.tries())
                        .param("until", UtcTime.toColumn(claimUntil))
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1);
    }

    /** Gives a claim back unused. */
    void unclaim(Claimed claimed) {
        jdbc.sql("""
                update webhook_delivery set claimed_until = null, tries = tries - 1
                where endpoint_id = :endpoint and event_id = :event and state = 'WAITING' and tries = :tries
                """)
                .param("endpoint", claimed.endpoint())
                .param("event", claimed.event())
                .param("tries", claimed.tries())
                .update();
    }

    /**
     * Notes the outcome of a try.
     *
     * @param next when to try again; null where the state is an end
     */
    void note(Claimed claimed, DeliveryState state, WebhookAnswer answer, @Nullable Instant next) {
        jdbc.sql("""
                update webhook_delivery
                set state = :state, claimed_until = null, status = :status, problem = :problem, millis = :millis,
                    due_at = coalesce(:next, due_at)
                where endpoint_id = :endpoint and event_id = :event and state = 'WAITING' and tries = :tries
                """)
                .param("state", state.name())
                .param("status", answer.status(), Types.SMALLINT)
                .param("problem", answer.problem(), Types.VARCHAR)
                .param("millis", answer.millis())
                .param("next", next == null ? null : UtcTime.toColumn(next), Types.TIMESTAMP)
                .param("endpoint", claimed.endpoint())
                .param("event", claimed.event())
                .param("tries", claimed.tries())
                .update();
    }

    /** Sends an ended one again; its tries begin anew. */
    boolean again(long endpoint, long event, Instant now) {
        return jdbc.sql("""
                        update webhook_delivery
                        set state = 'WAITING', tries = 0, due_at = :now, claimed_until = null
                        where endpoint_id = :endpoint and event_id = :event and state <> 'WAITING'
                        """)
                        .param("endpoint", endpoint)
                        .param("event", event)
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    List<WebhookDelivery> of(long endpoint, @Nullable DeliveryState state, int limit) {
        return jdbc.sql("""
                        select event_id, kind, happened_at, state, tries, due_at, tried_at, status, problem, millis
                        from webhook_delivery
                        where endpoint_id = :endpoint and (:state is null or state = :state)
                        order by event_id desc limit :limit
                        """)
                .param("endpoint", endpoint)
                .param("state", state == null ? null : state.name(), Types.VARCHAR)
                .param("limit", limit)
                .query(DeliveryTable::delivery)
                .list();
    }

    private static WebhookDelivery delivery(ResultSet row, int index) throws SQLException {
        int status = row.getInt("status");
        boolean answered = !row.wasNull();
        int millis = row.getInt("millis");
        boolean tried = !row.wasNull();
        return new WebhookDelivery(
                row.getLong("event_id"),
                row.getString("kind"),
                UtcTime.fromColumn(row.getObject("happened_at", LocalDateTime.class)),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("tries"),
                UtcTime.fromColumn(row.getObject("due_at", LocalDateTime.class)),
                EndpointTable.instant(row, "tried_at"),
                answered ? status : null,
                row.getString("problem"),
                tried ? millis : null);
    }

    long readUpTo() {
        return jdbc.sql("select read_up_to from webhook_watermark where id = 1")
                .query(Long.class)
                .single();
    }

    Instant databaseTime() {
        return UtcTime.fromColumn(
                jdbc.sql("select utc_timestamp(3)").query(LocalDateTime.class).single());
    }

    /** Never backwards, whoever comes late. */
    void readUpTo(long event) {
        jdbc.sql("update webhook_watermark set read_up_to = :event where id = 1 and read_up_to < :event")
                .param("event", event)
                .update();
    }

    int purge(Instant deliveredBefore, Instant parkedBefore, int rows) {
        return jdbc.sql("""
                        delete from webhook_delivery
                        where (state = 'DELIVERED' and due_at < :delivered) or (state = 'PARKED' and due_at < :parked)
                           or (state = 'WAITING' and due_at < :parked)
                        limit :rows
                        """)
                .param("delivered", UtcTime.toColumn(deliveredBefore))
                .param("parked", UtcTime.toColumn(parkedBefore))
                .param("rows", rows)
                .update();
    }
}
