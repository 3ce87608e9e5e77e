package ir.ramzineh.webhook;

import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.vault.Field;
import ir.ramzineh.vault.SealedColumn;
import ir.ramzineh.vault.SealedTable;
import ir.ramzineh.vault.Vault;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of receivers. A removed one keeps its name for the deliveries that are still shown, and no secret. */
@Repository
class EndpointTable {
    static final SealedTable SEALED = SealedTable.of(
            "webhook_endpoint",
            "id",
            SealedColumn.withoutHash("url_sealed"),
            SealedColumn.withoutHash("secret_sealed"),
            SealedColumn.withoutHash("former_secret_sealed"));

    private static final Field URL = new Field("webhook_endpoint", "url_sealed");
    private static final Field SECRET = new Field("webhook_endpoint", "secret_sealed");
    private static final Field FORMER = new Field("webhook_endpoint", "former_secret_sealed");

    private final JdbcClient jdbc;
    private final Vault vault;

    EndpointTable(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** What the follower needs to know. */
    record Follower(long id, Set<EventFamily> families, long from) {}

    /** What a try needs; good for this try alone. */
    record Target(WebhookAddress address, List<WebhookSecret> secrets) {}

    void insert(
            long id,
            String name,
            WebhookAddress address,
            Set<EventFamily> families,
            WebhookSecret secret,
            long followsFrom,
            Instant now) {
        jdbc.sql("""
                insert into webhook_endpoint
                    (id, name, url_sealed, url_shown, families, state, secret_sealed, follows_from, created_at)
                values (:id, :name, :url, :shown, :families, 'ACTIVE', :secret, :from, :now)
                """)
                .param("id", id)
                .param("name", name)
                .param("url", vault.seal(URL, id, address.uri().toString()))
                .param("shown", address.shown())
                .param("families", EventFamily.column(families))
                .param("secret", vault.seal(SECRET, id, secret.text()))
                .param("from", followsFrom)
                .param("now", UtcTime.toColumn(now))
                .update();
    }

    boolean setFamilies(long id, Set<EventFamily> families) {
        return jdbc.sql("update webhook_endpoint set families = :families where id = :id and state <> 'REMOVED'")
                        .param("id", id)
                        .param("families", EventFamily.column(families))
                        .update()
                == 1;
    }

    boolean setPaused(long id, boolean paused) {
        return jdbc.sql("""
                        update webhook_endpoint set state = :state, failures = 0, rests_until = null
                        where id = :id and state = :before
                        """)
                        .param("id", id)
                        .param("state", paused ? "PAUSED" : "ACTIVE")
                        .param("before", paused ? "ACTIVE" : "PAUSED")
                        .update()
                == 1;
    }

    boolean remove(long id) {
        return jdbc.sql("""
                        update webhook_endpoint
                        set state = 'REMOVED', secret_sealed = '', former_secret_sealed = null, former_until = null,
                            url_sealed = ''
                        where id = :id and state <> 'REMOVED'
                        """).param("id", id).update() == 1;
    }

    /** Locks the row, so that two rotations wait for each other. */
    Optional<WebhookSecret> lockSecret(long id) {
        return jdbc.sql("select secret_sealed from webhook_endpoint where id = :id and state <> 'REMOVED' for update")
                .param("id", id)
                .query((row, n) -> new WebhookSecret(vault.open(SECRET, id, row.getBytes("secret_sealed"))))
                .optional();
    }

    void rotate(long id, WebhookSecret fresh, WebhookSecret former, Instant formerUntil) {
        jdbc.sql("""
                update webhook_endpoint
                set secret_sealed = :fresh, former_secret_sealed = :former, former_until = :until
                where id = :id
                """)
                .param("id", id)
                .param("fresh", vault.seal(SECRET, id, fresh.text()))
                .param("former", vault.seal(FORMER, id, former.text()))
                .param("until", UtcTime.toColumn(formerUntil))
                .update();
    }

    List<Follower> followers() {
        return jdbc.sql("select id, families, follows_from from webhook_endpoint where state <> 'REMOVED'")
                .query((row, n) -> new Follower(
                        row.getLong("id"),
                        EventFamily.fromColumn(row.getString("families")),
                        row.getLong("follows_from")))
                .list();
    }

    int count() {
        return jdbc.sql("select count(*) from webhook_endpoint where state <> 'REMOVED'")
                .query(Integer.class)
                .single();
    }

    Optional<String> name(long id) {
        return jdbc.sql("select name from webhook_endpoint where id = :id and state <> 'REMOVED'")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** Empty when it is paused or removed meanwhile. */
    Optional<Target> target(long id, Instant now) {
        return jdbc.sql("""
                        select url_sealed, secret_sealed,
                               if(former_until > :now, former_secret_sealed, null) as former_sealed
                        from webhook_endpoint where id = :id and state = 'ACTIVE'
                        """)
                .param("id", id)
                .param("now", UtcTime.toColumn(now))
                .query((row, n) -> target(id, row))
                .optional();
    }

    private Target target(long id, ResultSet row) throws SQLException {
        List<WebhookSecret> secrets = new ArrayList<>(2);
        secrets.add(new WebhookSecret(vault.open(SECRET, id, row.getBytes("secret_sealed"))));
        byte[] former = row.getBytes("former_sealed");
        if (former != null) {
            secrets.add(new WebhookSecret(vault.open(FORMER, id, former)));
        }
        return new Target(new WebhookAddress(URI.create(vault.open(URL, id, row.getBytes("url_sealed")))), secrets);
    }

    /** Receivers with something due, of those that are neither paused nor left alone. */
    List<Long> due(Instant now) {
        return jdbc.sql("""
                        select e.id from webhook_endpoint e
                        where e.state = 'ACTIVE' and (e.rests_until is null or e.rests_until <= :now)
                          and exists (select 1 from webhook_delivery d
                                      where d.endpoint_id = e.id and d.state = 'WAITING' and d.due_at <= :now
                                        and (d.claimed_until is null or d.claimed_until <= :now))
                        order by e.id
                        """)
                .param("now", UtcTime.toColumn(now))
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    void answered(long id) {
        jdbc.sql("update webhook_endpoint set failures = 0, rests_until = null where id = :id and failures > 0")
                .param("id", id)
                .update();
    }

    /** Leaves a receiver alone after failures in a row: 1, 2, 4 seconds and so on, five minutes at most. */
    void failed(long id, Instant now) {
        jdbc.sql("""
                update webhook_endpoint
                set failures = least(failures + 1, 20),
                    rests_until = :now + interval least(pow(2, failures - 1), 300) second
                where id = :id
                """).param("id", id).param("now", UtcTime.toColumn(now)).update();
    }

    List<WebhookEndpoint> all(Instant now) {
        return jdbc.sql("""
                        select e.id, e.name, e.url_shown, e.families, e.state, e.created_at,
                               if(e.former_until > :now, e.former_until, null) as former_until,
                               if(e.rests_until > :now, e.rests_until, null) as rests_until,
                               (select count(*) from webhook_delivery d
                                where d.endpoint_id = e.id and d.state = 'WAITING') as waiting,
                               (select count(*) from webhook_delivery d
                                where d.endpoint_id = e.id and d.state = 'PARKED') as parked
                        from webhook_endpoint e where e.state <> 'REMOVED' order by e.name, e.id
                        """)
                .param("now", UtcTime.toColumn(now), Types.TIMESTAMP)
                .query(EndpointTable::endpoint)
                .list();
    }

    private static WebhookEndpoint endpoint(ResultSet row, int index) throws SQLException {
        return new WebhookEndpoint(
                new WebhookId(row.getLong("id")),
                row.getString("name"),
                row.getString("url_shown"),
                EventFamily.fromColumn(row.getString("families")),
                "PAUSED".equals(row.getString("state")),
                UtcTime.fromColumn(row.getObject("created_at", LocalDateTime.class)),
                instant(row, "former_until"),
                instant(row, "rests_until"),
                row.getInt("waiting"),
                row.getInt("parked"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : UtcTime.fromColumn(time);
    }
}
