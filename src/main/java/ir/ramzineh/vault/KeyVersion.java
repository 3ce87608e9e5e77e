package ir.ramzineh.vault;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.util.SecretBytes;
import java.time.Instant;

/**
 * One key.
 *
 * @param id number of the version, 1 and up, unique within its purpose; stands in front of each sealed value
 * @param createdAt when it was made
 * @param activeFrom from when on new values are written with it; before that it only reads, which gives every node the
 *     time to learn it
 * @param secret the 32 key bytes
 */
record KeyVersion(int id, KeyPurpose purpose, Instant createdAt, Instant activeFrom, SecretBytes secret) {
    static final int SECRET_BYTES = 32;

    KeyVersion {
        if (id < 1) {
            throw new IllegalArgumentException("a key id is 1 or more");
        }
        if (secret.size() != SECRET_BYTES) {
            throw new IllegalArgumentException("a key has " + SECRET_BYTES + " bytes");
        }
    }

    static SecretBytes secretOf(byte[] bytes) {
        return SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get());
    }

    byte[] secretBytes() {
        return secret.toByteArray(InsecureSecretKeyAccess.get());
    }

    boolean activeAt(Instant now) {
        return !activeFrom.isAfter(now);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyVersion that
                && id == that.id
                && purpose == that.purpose
                && createdAt.equals(that.createdAt)
                && activeFrom.equals(that.activeFrom)
                && secret.equalsSecretBytes(that.secret);
    }

    @Override
    public int hashCode() {
        return 31 * id + purpose.hashCode();
    }

    @Override
    public String toString() {
        return purpose + " key " + id + " of " + createdAt;
    }
}
