package ir.ramzineh.credential;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import ir.ramzineh.vault.Purpose;
import ir.ramzineh.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Argon2id (RFC 9106) over a keyed MAC of the password. The MAC's key is the pepper: it stands outside the database, so
 * a stolen table alone cannot be guessed against. It also makes the input of the slow hash short, however long the
 * password is.
 */
@Component
class PasswordHashing {
    private static final Purpose PEPPER = new Purpose("credential.password");
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Vault vault;
    private final SecureRandom random;
    private final Argon2Function argon2;
    private final Semaphore places;
    /** Of a password nobody has; unknown user names are held against it, so that they take as long as known ones. */
    private final String nobody;

    PasswordHashing(Vault vault, SecureRandom random, CredentialSettings settings) {
        this.vault = vault;
        this.random = random;
        this.argon2 = Argon2Function.getInstance(
                settings.hashing().memoryKib(),
                settings.hashing().iterations(),
                settings.hashing().parallelism(),
                HASH_BYTES,
                Argon2.ID);
        this.places = new Semaphore(settings.hashing().concurrentMax(), true);
        this.nobody = hash(new Password(Base64.getEncoder().encodeToString(bytes())));
    }

    String hash(Password password) {
        return inTurn(() -> argon2.hash(peppered(password), bytes()).getResult());
    }

    boolean matches(Password password, String hash) {
        byte[] peppered = peppered(password);
        return inTurn(() ->
                Argon2Function.getInstanceFromHash(hash).check(peppered, hash.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Costs what {@link #matches} costs and is never right. */
    boolean matchesNobody(Password password) {
        matches(password, nobody);
        return false;
    }

    /** Whether the hash was made with other parameters than the ones in force. */
    boolean isOutdated(String hash) {
        return !Argon2Function.getInstanceFromHash(hash).equals(argon2);
    }

    private byte[] peppered(Password password) {
        String normal = Normalizer.normalize(password.reveal(), Normalizer.Form.NFKC);
        byte[] mac = vault.mac(PEPPER, normal.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encode(mac);
    }

    private byte[] bytes() {
        byte[] bytes = new byte[SALT_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Each hash takes megabytes; a crowd at the door must not take all memory. */
    private <T> T inTurn(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
