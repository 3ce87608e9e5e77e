package ir.ramzineh.token;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.PasswordKind;

/** What came of a first code. */
public sealed interface ProofOutcome {
    /**
     * The token is active; an earlier one of the same card and password is dead.
     *
     * @param staticDisabled whether the static password ended with it (S0.5, S0.6)
     */
    record Proven(TokenId token, CardId card, PasswordKind kind, boolean staticDisabled) implements ProofOutcome {}

    /** The code was wrong; everything is as it was. */
    record Wrong(int triesLeft) implements ProofOutcome {}

    /** Nothing to prove any more: see the state. The static password and older tokens are as they were. */
    record Over(ActivationState state) implements ProofOutcome {}
}
