package ir.ramzineh.credential;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import ir.ramzineh.vault.Purpose;
import ir.ramzineh.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Argon2id (RFC 9106) over a keyed MAC of the password. The MAC's key is the pepper: it stands outside the database, so
 * a stolen table alone cannot be guessed against. It also makes the input of the slow hash short, however long the
 * password is.
 *
 * <p>A stored hash is the number of its pepper and Argon2's own text: {@code 1$argon2id$v=19$...}. A hash without a number
 * was made with pepper 1. So a pepper can be replaced while everybody's password stays good, and no other key matters.
 */
@Component
public class PasswordHashing {
    private static final Purpose PEPPER = new Purpose("credential.password");
    private static final int FIRST_PEPPER = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Vault vault;
    private final SecureRandom random;
    private final Argon2Function argon2;
    private final Semaphore places;
    private final Duration queueMax;
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
        this.queueMax = settings.hashing().queueMax();
        this.nobody = hash(new Password(Base64.getEncoder().encodeToString(bytes())));
    }

    /** A new hash with the parameters and the pepper in force. */
    public String hash(Password password) {
        int pepper = vault.pepperInUse();
        return pepper
                + inTurn(() -> argon2.hash(peppered(password, pepper), bytes()).getResult());
    }

    /** Whether a password is the one behind a hash of any age. */
    public boolean matches(Password password, String hash) {
        byte[] peppered = peppered(password, pepperOf(hash));
        String slow = argon2Of(hash);
        return inTurn(() ->
                Argon2Function.getInstanceFromHash(slow).check(peppered, slow.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Costs what {@link #matches} costs and is never right. */
    public boolean matchesNobody(Password password) {
        matches(password, nobody);
        return false;
    }

    /** Whether the hash was made with other parameters, or another pepper, than the ones in force. */
    public boolean isOutdated(String hash) {
        return pepperOf(hash) != vault.pepperInUse()
                || !Argon2Function.getInstanceFromHash(argon2Of(hash)).equals(argon2);
    }

    private static int pepperOf(String hash) {
        int end = hash.indexOf('$');
        return end == 0 ? FIRST_PEPPER : Integer.parseInt(hash, 0, end, 10);
    }

    private static String argon2Of(String hash) {
        return hash.substring(hash.indexOf('$'));
    }

    /** Different keyboards write one password in different ways; this is the one that counts. */
    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private byte[] peppered(Password password, int pepper) {
        byte[] mac = vault.pepper(pepper, PEPPER, normal(password.reveal()).getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encode(mac);
    }

    private byte[] bytes() {
        byte[] bytes = new byte[SALT_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Each hash takes megabytes; a crowd at the door must take neither all memory nor all threads. */
    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(queueMax.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new PasswordsBusyException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PasswordsBusyException();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
