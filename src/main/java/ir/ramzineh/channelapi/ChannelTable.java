package ir.ramzineh.channelapi;

import ir.ramzineh.kernel.UtcTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of channel clients and their keys. */
@Repository
class ChannelTable {
    /** A key found good, with what its client may ask. */
    record LiveKey(Instant expiresAt, Set<ChannelScope> scopes) {}

    private final JdbcClient jdbc;

    ChannelTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean exists(String id) {
        return jdbc.sql("select 1 from channel_client where id = :id")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void insert(String id, String name, Set<ChannelScope> scopes, Instant now) {
        jdbc.sql("""
                insert into channel_client (id, name, scopes, created_at)
                values (:id, :name, :scopes, :now)
                """)
                .param("id", id)
                .param("name", name)
                .param("scopes", scopes.stream().map(Enum::name).sorted().collect(Collectors.joining(",")))
                .param("now", UtcTime.toColumn(now))
                .update();
    }

    /** Makes rotations of one client wait for each other. */
    boolean lock(String id) {
        return jdbc.sql("select 1 from channel_client where id = :id and revoked_at is null for update")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    boolean revoke(String id, Instant now) {
        return jdbc.sql("update channel_client set revoked_at = :now where id = :id and revoked_at is null")
                        .param("id", id)
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    void insertKey(long keyId, String clientId, byte[] mac, Instant now, Instant expiresAt) {
        jdbc.sql("""
                insert into channel_key (id, client_id, key_mac, created_at, expires_at)
                values (:id, :client, :mac, :now, :expires)
                """)
                .param("id", keyId)
                .param("client", clientId)
                .param("mac", mac)
                .param("now", UtcTime.toColumn(now))
                .param("expires", UtcTime.toColumn(expiresAt))
                .update();
    }

    /** Keeps at most one of the keys there are, so that with the new one two live at once. */
    void endKeysButNewest(String clientId, Instant now) {
        jdbc.sql("""
                update channel_key set expires_at = :now
                where client_id = :client and expires_at > :now
                  and id < (select newest from (select max(id) as newest from channel_key where client_id = :client) k)
                """)
                .param("client", clientId)
                .param("now", UtcTime.toColumn(now))
                .update();
    }

    void shortenKeys(String clientId, Instant until) {
        jdbc.sql("update channel_key set expires_at = :until where client_id = :client and expires_at > :until")
                .param("client", clientId)
                .param("until", UtcTime.toColumn(until))
                .update();
    }

    List<ChannelClients.Registered> all(Instant now) {
        return jdbc.sql("""
                select c.id, c.name, c.scopes, c.revoked_at is not null as revoked,
                       group_concat(k.expires_at order by k.expires_at) as keys_good_until
                from channel_client c
                left join channel_key k on k.client_id = c.id and k.expires_at > :now and c.revoked_at is null
                group by c.id
                order by c.id
                """)
                .param("now", UtcTime.toColumn(now))
                .query((row, n) -> new ChannelClients.Registered(
                        row.getString("id"),
                        row.getString("name"),
                        scopes(row.getString("scopes")),
                        row.getBoolean("revoked"),
                        times(row.getString("keys_good_until"))))
                .list();
    }

    /** The live key of a client whose hash passes {@code isIt}. */
    Optional<LiveKey> liveKey(String clientId, Instant now, Predicate<byte[]> isIt) {
        return jdbc
                .sql("""
                select k.key_mac, k.expires_at, c.scopes
                from channel_key k join channel_client c on c.id = k.client_id
                where c.id = :client and c.revoked_at is null and k.expires_at > :now
                """)
                .param("client", clientId)
                .param("now", UtcTime.toColumn(now))
                .query((row, n) -> isIt.test(row.getBytes("key_mac"))
                        ? Optional.of(new LiveKey(
                                UtcTime.fromColumn(row.getObject("expires_at", LocalDateTime.class)),
                                scopes(row.getString("scopes"))))
                        : Optional.<LiveKey>empty())
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static List<Instant> times(@Nullable String column) {
        return column == null
                ? List.of()
                : Arrays.stream(column.split(",", -1))
                        .map(time -> UtcTime.fromColumn(LocalDateTime.parse(time.replace(' ', 'T'))))
                        .toList();
    }

    private static Set<ChannelScope> scopes(String column) {
        return Arrays.stream(column.split(",", -1))
                .map(ChannelScope::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ChannelScope.class)));
    }
}
