package ir.ramzineh.issued;

import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Transaction;
import java.time.Duration;
import java.util.Optional;

/**
 * A code somebody asked the bank for.
 *
 * @param channel on which it goes to the customer; it counts only while that channel is on for the card
 * @param digits 4 to 10 (D11)
 * @param lifeSeconds 15 to 120 (D4)
 * @param payment the only transaction it approves (I7); absent where it may approve any
 */
public record CodeOrder(
        CardId card,
        PasswordKind kind,
        CodeChannel channel,
        int digits,
        int lifeSeconds,
        Optional<Transaction> payment) {
    private static final int LIFE_SECONDS_MIN = 15;
    private static final int LIFE_SECONDS_MAX = 120;

    /** Less is no time to type a code. */
    public static final Duration LIFE_MIN = Duration.ofSeconds(LIFE_SECONDS_MIN);

    public CodeOrder {
        if (lifeSeconds < LIFE_SECONDS_MIN || lifeSeconds > LIFE_SECONDS_MAX) {
            throw new IllegalArgumentException("A code lives 15 to 120 seconds");
        }
    }
}
