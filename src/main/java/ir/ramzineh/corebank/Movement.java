package ir.ramzineh.corebank;

import ir.ramzineh.kernel.Rial;
import java.time.Instant;

/**
 * One line of an account's statement.
 *
 * @param reference the bank's own number of it, unique inside the account
 * @param at when it was booked
 * @param kind why
 * @param direction into the account or out of it
 * @param amount how much moved, never negative
 * @param balanceAfter the balance it left
 * @param party shop, sender or recipient
 */
public record Movement(
        String reference,
        Instant at,
        MovementKind kind,
        Direction direction,
        Rial amount,
        Rial balanceAfter,
        LocalizedName party) {

    /** Seen from the account. */
    public enum Direction {
        IN,
        OUT
    }

    /** Reference and time alone. */
    @Override
    public String toString() {
        return "Movement[" + reference + ", " + at + "]";
    }
}
