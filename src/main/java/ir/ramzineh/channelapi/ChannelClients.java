package ir.ramzineh.channelapi;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.vault.Purpose;
import ir.ramzineh.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The registered channels of the bank and their keys. A key is {@code rz.<client>.<256 random bits>}; the database holds
 * a keyed hash, so that neither reading nor writing the table is enough to make one.
 */
@Service
public class ChannelClients {
    static final String BEARER_PREFIX = "rz.";

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final int NAME_LENGTH_MAX = 80;
    private static final int SECRET_BYTES = 32;
    private static final Purpose KEY = new Purpose("channel.key");

    private final ChannelTable table;
    private final ChannelSettings settings;
    private final AuditTrail audit;
    private final Vault vault;
    private final IdSource ids;
    private final SecureRandom random;
    private final Clock clock;

    ChannelClients(
            ChannelTable table,
            ChannelSettings settings,
            AuditTrail audit,
            Vault vault,
            IdSource ids,
            SecureRandom random,
            Clock clock) {
        this.table = table;
        this.settings = settings;
        this.audit = audit;
        this.vault = vault;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /**
     * A registered channel, as an operator sees it.
     *
     * @param keysGoodUntil ends of its live keys, the soonest first
     */
    public record Registered(
            String id, String name, Set<ChannelScope> scopes, boolean revoked, List<Instant> keysGoodUntil) {
        public Registered {
            scopes = Set.copyOf(scopes);
            keysGoodUntil = List.copyOf(keysGoodUntil);
        }
    }

    /** Every channel there ever was, by id. */
    public List<Registered> all() {
        return table.all(clock.instant());
    }

    /** How long the key before it stays good after a rotation. */
    public Duration rotationOverlap() {
        return settings.rotationOverlap();
    }

    public boolean exists(String id) {
        return table.exists(id);
    }

    /**
     * Registers a channel and makes its first key.
     *
     * @param id 2 to 40 characters: lower-case letters, digits, hyphens; stands in the audit trail
     * @param name for people, 1 to 80 characters
     * @throws org.springframework.dao.DuplicateKeyException there is a client with this id
     */
    @Transactional
    public ChannelKey register(String id, String name, Set<ChannelScope> scopes) {
        return register(id, name, scopes, new Actor.Portal());
    }

    /** As {@link #register(String, String, Set)}, with somebody's name in the trail. */
    @Transactional
    public ChannelKey register(String id, String name, Set<ChannelScope> scopes, Actor by) {
        requireId(id);
        if (name.isBlank() || name.length() > NAME_LENGTH_MAX) {
            throw new IllegalArgumentException("A channel's name has 1 to " + NAME_LENGTH_MAX + " characters");
        }
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("A channel without a scope could ask nothing");
        }
        Instant now = clock.instant();
        table.insert(id, name, scopes, now);
        record("channel.registered", id, by);
        return newKey(id, now);
    }

    /**
     * Makes a new key. Keys made before stay good for the overlap of the settings, so that the channel can change over
     * without a pause; a key older than the one before is over at once.
     *
     * @throws IllegalArgumentException no such client, or it is revoked
     */
    @Transactional
    public ChannelKey rotate(String id) {
        return rotate(id, new Actor.Portal());
    }

    /** As {@link #rotate(String)}, with somebody's name in the trail. */
    @Transactional
    public ChannelKey rotate(String id, Actor by) {
        requireId(id);
        Instant now = clock.instant();
        if (!table.lock(id)) {
            throw new IllegalArgumentException("No channel of this id is registered");
        }
        table.endKeysButNewest(id, now);
        table.shortenKeys(id, now.plus(settings.rotationOverlap()));
        record("channel.rotated", id, by);
        return newKey(id, now);
    }

    /** Ends a client for good; all its keys are refused within {@link ChannelSettings#keyMemory}. */
    @Transactional
    public boolean revoke(String id) {
        return revoke(id, new Actor.Portal());
    }

    /** As {@link #revoke(String)}, with somebody's name in the trail. */
    @Transactional
    public boolean revoke(String id, Actor by) {
        boolean revoked = table.revoke(id, clock.instant());
        if (revoked) {
            record("channel.revoked", id, by);
        }
        return revoked;
    }

    /** Whether {@code secret} is a key with this hash, in constant time, under any version of the vault's key. */
    boolean matches(String bearer, byte[] mac) {
        return vault.macMatches(KEY, bearer.getBytes(StandardCharsets.UTF_8), mac);
    }

    private ChannelKey newKey(String id, Instant now) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String bearer = BEARER_PREFIX + id + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant expiresAt = now.plus(settings.keyLife());
        byte[] mac = vault.mac(KEY, bearer.getBytes(StandardCharsets.UTF_8));
        table.insertKey(ids.next(), id, mac, now, expiresAt);
        return new ChannelKey(bearer, expiresAt);
    }

    private void record(String kind, String id, Actor by) {
        audit.record(new AuditEvent(by, kind, null, null, Map.of("channel", id)));
    }

    private static void requireId(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("A channel's id has 2 to 40 lower-case letters, digits and hyphens");
        }
    }
}
