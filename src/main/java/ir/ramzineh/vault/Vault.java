package ir.ramzineh.vault;

import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals fields of the database and makes the keyed hashes they are found by.
 *
 * <p>A sealed value is AES-256-GCM with the field and the row id as associated data, preceded by the version of its
 * key. It opens only in the place it was sealed for.
 */
public final class Vault {
    private final KeySource source;
    private final Clock clock;
    private final ConcurrentMap<KeyVersion, Aead> ciphers = new ConcurrentHashMap<>();

    Vault(KeySource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** A vault over fixed keys, for tools and tests that have no key file. */
    public static Vault over(VaultKeys keys, Clock clock) {
        return new Vault(() -> keys, clock);
    }

    /**
     * Seals a text for one place.
     *
     * @param field the sealed column
     * @param rowId primary key of the row, known before the insert
     * @return the bytes for a {@code varbinary} column: {@value SealFormat#OVERHEAD_BYTES} more than the UTF-8 text
     */
    public byte[] seal(Field field, long rowId, String plain) {
        return sealBytes(field, rowId, plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Opens what {@link #seal} made for the same place.
     *
     * @throws VaultException if the value was altered, moved or its key is missing
     */
    public String open(Field field, long rowId, byte[] sealed) {
        return new String(openBytes(field, rowId, sealed), StandardCharsets.UTF_8);
    }

    /** As {@link #seal}, for bytes such as the key of a token. */
    public byte[] sealBytes(Field field, long rowId, byte[] plain) {
        KeyVersion key = source.keys().current(KeyPurpose.SEAL, clock.instant());
        try {
            return cipher(key).encrypt(plain, place(field, rowId));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealing failed", e);
        }
    }

    /** As {@link #open}, for bytes. */
    public byte[] openBytes(Field field, long rowId, byte[] sealed) {
        int id = SealFormat.keyId(sealed);
        KeyVersion key = source.keys().of(KeyPurpose.SEAL).stream()
                .filter(version -> version.id() == id)
                .findFirst()
                .orElseThrow(VaultException::new);
        try {
            return cipher(key).decrypt(sealed, place(field, rowId));
        } catch (GeneralSecurityException e) {
            // The cause stays out on purpose: it says which check failed.
            throw new VaultException();
        }
    }

    /** The 32-byte keyed hash to write beside a sealed value, made with the key in use. */
    public byte[] lookupHash(Field field, String value) {
        return lookupHashes(field, value).getFirst();
    }

    /**
     * Every hash under which the value may stand now: that of the key in use first, then those of other versions.
     * Queries read {@code where x_hash in (:hashes)}.
     */
    public List<byte[]> lookupHashes(Field field, String value) {
        byte[] data = value.getBytes(StandardCharsets.UTF_8);
        return keysOf(KeyPurpose.LOOK_UP).stream()
                .map(key -> hmac(key, field.domain(), data))
                .toList();
    }

    /**
     * A 32-byte keyed hash for something that is derived and not stored sealed: a cookie's signature, the digest of a
     * client's key. Two purposes never give the same value.
     */
    public byte[] mac(Purpose purpose, byte[] data) {
        return hmac(keysOf(KeyPurpose.MAC).getFirst(), purpose.domain(), data);
    }

    /** Whether {@code mac} belongs to {@code data} under any version of the key; takes the same time either way. */
    public boolean macMatches(Purpose purpose, byte[] data, byte[] mac) {
        boolean matches = false;
        for (KeyVersion key : keysOf(KeyPurpose.MAC)) {
            matches |= MessageDigest.isEqual(hmac(key, purpose.domain(), data), mac);
        }
        return matches;
    }

    /**
     * The number of the pepper that new password hashes are made with. It changes with the pepper alone: other keys come
     * and go without touching a password.
     */
    public int pepperInUse() {
        return keysOf(KeyPurpose.PEPPER).getFirst().id();
    }

    /**
     * A 32-byte keyed hash of a secret that somebody remembers, to be hashed slowly after it.
     *
     * @param pepper number of the key; a stored hash says its own
     * @throws VaultException there is no such key any more
     */
    public byte[] pepper(int pepper, Purpose purpose, byte[] secret) {
        return keysOf(KeyPurpose.PEPPER).stream()
                .filter(version -> version.id() == pepper)
                .findFirst()
                .map(version -> hmac(version, purpose.domain(), secret))
                .orElseThrow(VaultException::new);
    }

    /** The version new values are sealed with. */
    KeyVersion sealingKey() {
        return source.keys().current(KeyPurpose.SEAL, clock.instant());
    }

    /** The hash of the newest active look-up key for bytes that were opened. */
    byte[] lookupHash(Field field, byte[] value) {
        return hmac(keysOf(KeyPurpose.LOOK_UP).getFirst(), field.domain(), value);
    }

    private List<KeyVersion> keysOf(KeyPurpose purpose) {
        Instant now = clock.instant();
        return source.keys().newestFirst(purpose, now);
    }

    private Aead cipher(KeyVersion key) {
        return ciphers.computeIfAbsent(key, SealFormat::cipher);
    }

    private static byte[] place(Field field, long rowId) {
        byte[] domain = field.domain();
        return ByteBuffer.allocate(domain.length + 1 + Long.BYTES)
                .put(domain)
                .put((byte) 0)
                .putLong(rowId)
                .array();
    }

    /** HMAC-SHA256 over length, domain and data: the length keeps the border between domain and data unmistakable. */
    private static byte[] hmac(KeyVersion key, byte[] domain, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.secretBytes(), "HmacSHA256"));
            mac.update((byte) domain.length);
            mac.update(domain);
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
        }
    }
}
