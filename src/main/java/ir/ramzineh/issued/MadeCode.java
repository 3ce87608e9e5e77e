package ir.ramzineh.issued;

import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.Transaction;
import java.time.Instant;
import java.util.Optional;

/**
 * A code made a while ago, for verification.
 *
 * @param lifeSeconds how long it was alive in all
 * @param payment the only transaction it approves, where it is bound to one
 */
public record MadeCode(
        long id,
        CodeChannel channel,
        State state,
        String code,
        Instant expiresAt,
        int lifeSeconds,
        Optional<Transaction> payment) {
    /** What became of it; its life is looked at apart. */
    public enum State {
        LIVE,
        USED,
        /** Presented for another transaction than its own (security case 4). */
        BURNT,
        /** More codes were asked for than may be alive, or the password was stopped. */
        REPLACED
    }

    /** Without the code. */
    @Override
    public String toString() {
        return "MadeCode[" + id + ", " + state + "]";
    }
}
