package ir.ramzineh.credential;

import java.io.Serial;

/** So many passwords are being looked at that this one was not; it may be tried again at once. */
public final class PasswordsBusyException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    PasswordsBusyException() {
        super("no free place for hashing a password");
    }
}
