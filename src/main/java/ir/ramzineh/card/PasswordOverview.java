package ir.ramzineh.card;

import ir.ramzineh.kernel.PasswordKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * State of one password of a card.
 *
 * @param frozenAt set while the customer has stopped this password
 * @param stateSince when the password came into this state, absent if it never changed
 * @param lastAcceptedAt when a code was last accepted
 * @param failedAttempts wrong codes in a row; the profile's limit locks the password
 */
public record PasswordOverview(
        PasswordKind kind,
        PasswordState state,
        @Nullable Instant frozenAt,
        @Nullable Instant stateSince,
        @Nullable Instant lastAcceptedAt,
        int failedAttempts) {

    public boolean frozen() {
        return frozenAt != null;
    }
}
