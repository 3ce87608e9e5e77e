package ir.ramzineh.card;

import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a code may be looked at. */
public sealed interface Attempt {
    /** The card, where the portal knows it. */
    @Nullable
    CardId card();

    /**
     * A code may be looked at, and nobody else looks at one of this password before the transaction ends: its row is
     * locked. Each attempt is settled in that transaction, as right, as wrong or as neither.
     *
     * @param used wrong codes in a row, this one counted as wrong
     * @param limit wrong codes in a row that lock the password
     * @param lifeSeconds how long a code stays good after it appeared
     * @param amountCap codes are refused above this amount
     * @param channels ways of getting codes that are on
     * @param allowed which transactions may be approved with a code
     * @param activated the owner made it dynamic; otherwise codes count because some of the bank need no activation
     * @param codeMadeAt when the bank last made a code on request, if it ever did
     */
    record Reserved(
            CardId card,
            PasswordKind kind,
            int used,
            int limit,
            int lifeSeconds,
            @Nullable Rial amountCap,
            Set<CodeChannel> channels,
            AllowedTransactions allowed,
            boolean activated,
            @Nullable Instant codeMadeAt)
            implements Attempt {
        public Reserved {
            channels = Set.copyOf(channels);
        }
    }

    /** No code may be looked at. */
    record Closed(@Nullable CardId card, Cause cause) implements Attempt {}

    /** Why a password takes no codes. */
    enum Cause {
        UNKNOWN_CARD,
        CARD_NOT_USABLE,
        GIFT_CARD,
        NOT_DYNAMIC,
        LOCKED,
        FROZEN
    }
}
