package ir.ramzineh.token;

/** What came of switching an edition off. */
public sealed interface EditionOutcome {
    /**
     * Off, and the customer is told.
     *
     * @param staticAgain nothing makes codes for this password any more: it is static
     */
    record Off(boolean staticAgain) implements EditionOutcome {}

    /** It was not on. */
    record WasOff() implements EditionOutcome {}
}
