package ir.ramzineh.card;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import org.jspecify.annotations.Nullable;

/** Whether a code may be looked at. */
public sealed interface Attempt {
    /** The card, where the portal knows it. */
    @Nullable
    CardId card();

    /**
     * One attempt is taken from those left; the row of the password is locked until the transaction ends.
     *
     * @param used wrong codes in a row, this one counted as wrong
     * @param limit wrong codes in a row that lock the password
     * @param lifeSeconds how long a code stays good after it appeared
     * @param amountCap codes are refused above this amount
     * @param appOn the customer lets codes of the app count
     */
    record Reserved(
            CardId card,
            PasswordKind kind,
            int used,
            int limit,
            int lifeSeconds,
            @Nullable Rial amountCap,
            boolean appOn)
            implements Attempt {}

    /**
     * Nothing was taken.
     *
     * @param cause why no code may be looked at; {@link Cause#OPEN} where nobody tried to take an attempt
     */
    record Closed(@Nullable CardId card, Cause cause) implements Attempt {}

    /** Why a password takes no codes. */
    enum Cause {
        /** Codes count. After a reservation it means that this changed in the same moment. */
        OPEN,
        UNKNOWN_CARD,
        CARD_NOT_USABLE,
        GIFT_CARD,
        NOT_DYNAMIC,
        LOCKED,
        FROZEN
    }
}
