package ir.ramzineh.channelapi;

import ir.ramzineh.vault.Purpose;
import ir.ramzineh.vault.Vault;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/**
 * Finds out whose key a bearer key is. A key found good is remembered for a moment, under a keyed hash and never as
 * itself, so that a busy switch does not cost one more statement per question. Keys found bad are not remembered: there
 * is no end to them.
 */
@Component
class ChannelKeys {
    /** Longest bearer key looked at, in characters. */
    private static final int BEARER_LENGTH_MAX = 128;

    private static final int REMEMBERED_MAX = 1_000;
    private static final Purpose MEMORY = new Purpose("channel.key.memory");

    /** A channel whose key was found good. */
    record Channel(String id, Set<ChannelScope> scopes) {}

    private record Remembered(Channel channel, Instant until) {}

    private final ConcurrentMap<ByteBuffer, Remembered> remembered = new ConcurrentHashMap<>();
    private final ChannelTable table;
    private final ChannelClients clients;
    private final ChannelSettings settings;
    private final Vault vault;
    private final Clock clock;

    ChannelKeys(ChannelTable table, ChannelClients clients, ChannelSettings settings, Vault vault, Clock clock) {
        this.table = table;
        this.clients = clients;
        this.settings = settings;
        this.vault = vault;
        this.clock = clock;
    }

    /** The channel of a key, or empty when it is unknown, expired or revoked. */
    Optional<Channel> channel(String bearer) {
        if (bearer.length() > BEARER_LENGTH_MAX || !bearer.startsWith(ChannelClients.BEARER_PREFIX)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        ByteBuffer name = ByteBuffer.wrap(vault.mac(MEMORY, bearer.getBytes(StandardCharsets.UTF_8)));
        Remembered known = remembered.get(name);
        if (known != null && now.isBefore(known.until())) {
            return Optional.of(known.channel());
        }
        remembered.remove(name);
        return check(bearer, name, now);
    }

    private Optional<Channel> check(String bearer, ByteBuffer name, Instant now) {
        int dot = bearer.indexOf('.', ChannelClients.BEARER_PREFIX.length());
        if (dot < 0) {
            return Optional.empty();
        }
        String id = bearer.substring(ChannelClients.BEARER_PREFIX.length(), dot);
        return table.liveKey(id, now, mac -> clients.matches(bearer, mac)).map(key -> {
            Channel channel = new Channel(id, key.scopes());
            remember(name, channel, key.expiresAt(), now);
            return channel;
        });
    }

    private void remember(ByteBuffer name, Channel channel, Instant expiresAt, Instant now) {
        if (remembered.size() >= REMEMBERED_MAX) {
            remembered.clear();
        }
        Instant until = now.plus(settings.keyMemory());
        remembered.put(name, new Remembered(channel, until.isBefore(expiresAt) ? until : expiresAt));
    }
}
