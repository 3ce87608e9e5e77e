package ir.ramzineh.webhook;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * The key a receiver checks signatures with, shown once.
 *
 * @param text {@code whsec_} and 32 random bytes in base64, as the Standard Webhooks specification writes keys
 */
public record WebhookSecret(String text) {
    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;

    static WebhookSecret fresh(SecureRandom random) {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(key));
    }

    byte[] key() {
        return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "WebhookSecret[]";
    }
}
