package ir.ramzineh.verification;

import ir.ramzineh.issued.MadeCode;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.token.TokenKey;
import org.jspecify.annotations.Nullable;

/** What the keys of a password, and the codes made for it, say about a code. */
sealed interface Finding {
    /**
     * The code of a moment that counts. Whether it was used before is not known yet.
     *
     * @param driftSteps what to remember about the clock of the phone
     * @param ownCap the largest amount the customer made this very code for (S5.6); null where it carries none
     */
    record Match(
            TokenKey token,
            long step,
            int driftSteps,
            @Nullable Rial ownCap,
            Moment moment) implements Finding {
        Match(TokenKey token, long step, int driftSteps, Moment moment) {
            this(token, step, driftSteps, null, moment);
        }
    }

    /** A living code that was made on request, for this transaction or for any. */
    record Made(MadeCode code) implements Finding {}

    /** A living code that was made for another transaction (I7). */
    record MadeForOther(MadeCode code) implements Finding {}

    /** A code made on request that was used. */
    record Used() implements Finding {}

    /**
     * The code of a moment that is over.
     *
     * @param moment null for a code made on request
     */
    record Late(long seconds, @Nullable Moment moment) implements Finding {}

    /** The code of a moment to come. */
    record Early(long seconds, Moment moment) implements Finding {}

    /** The code of no moment looked at. */
    record Nothing() implements Finding {}
}
