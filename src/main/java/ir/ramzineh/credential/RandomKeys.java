package ir.ramzineh.credential;

import ir.ramzineh.vault.Purpose;
import ir.ramzineh.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Keys that browsers hold: drawn at random, stored only as keyed hashes. */
@Component
class RandomKeys {
    static final Purpose DEVICE = new Purpose("credential.device");
    static final Purpose CHALLENGE = new Purpose("credential.challenge");
    static final Purpose RECOVERY = new Purpose("credential.recovery");

    private static final int TYPED_MAX = 128;

    private final SecureRandom random;
    private final Vault vault;

    RandomKeys(SecureRandom random, Vault vault) {
        this.random = random;
        this.vault = vault;
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    String text(int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(bytes));
    }

    /** What stands in the table for a key; anything a browser may send has one. */
    byte[] hash(Purpose purpose, String key) {
        String bounded = key.length() > TYPED_MAX ? key.substring(0, TYPED_MAX) : key;
        return vault.mac(purpose, bounded.getBytes(StandardCharsets.UTF_8));
    }
}
