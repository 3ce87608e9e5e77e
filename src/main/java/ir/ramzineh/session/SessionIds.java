package ir.ramzineh.session;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.session.SessionIdGenerator;

/** Session ids of 192 random bits, 32 characters; a UUID would have only 122. */
final class SessionIds implements SessionIdGenerator {
    private static final int ID_BYTES = 24;
    private final SecureRandom random;

    SessionIds(SecureRandom random) {
        this.random = random;
    }

    @Override
    public String generate() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }
}
