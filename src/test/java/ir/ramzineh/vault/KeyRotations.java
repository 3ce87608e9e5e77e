package ir.ramzineh.vault;

import java.security.SecureRandom;
import java.time.Instant;

/** Key sets in the middle of a change of keys, for tests of other modules. */
public final class KeyRotations {
    private KeyRotations() {}

    /** A newer look-up key is in use; values stand under the older one still. */
    public static VaultKeys newerLookUp(VaultKeys keys, SecureRandom random, Instant now) {
        return keys.withNew(KeyPurpose.LOOK_UP, random, now, now);
    }
}
