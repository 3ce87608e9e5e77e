package ir.ramzineh.token;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.PasswordKind;

/** What came of deleting a token. */
public sealed interface DeleteOutcome {
    /** Gone; this password of this card is static again. */
    record Deleted(CardId card, PasswordKind kind) implements DeleteOutcome {}

    /** The customer has no such active token. */
    record Unknown() implements DeleteOutcome {}
}
