package ir.ramzineh.verification;

import ir.ramzineh.token.TokenKey;

/** What the keys of a password say about a code. Whether it was used before is not among it. */
sealed interface Finding {
    /**
     * The code of a moment that counts.
     *
     * @param driftSteps what to remember about the clock of the phone
     */
    record Match(TokenKey token, long step, int driftSteps) implements Finding {}

    /** The code of a moment that is over. */
    record Late(long seconds) implements Finding {}

    /** The code of a moment to come. */
    record Early(long seconds) implements Finding {}

    /** The code of no moment looked at. */
    record Nothing() implements Finding {}
}
