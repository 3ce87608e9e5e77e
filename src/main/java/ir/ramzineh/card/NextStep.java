package ir.ramzineh.card;

import ir.ramzineh.kernel.PasswordKind;

/** The next sensible thing to do with a card; at most one is offered so that the customer need not choose. */
public sealed interface NextStep {
    /** Switch one-time codes on. */
    record Activate(PasswordKind kind) implements NextStep {}

    /** Wrong codes locked the password: activate again (S7.13). */
    record Reactivate(PasswordKind kind) implements NextStep {}

    /** The customer froze the password and may end that. */
    record Unfreeze(PasswordKind kind) implements NextStep {}

    /** Everything is as it should be; the settings can be looked at. */
    record Review() implements NextStep {}

    /** Gift cards keep their static password (S5.10). */
    record KeepStatic() implements NextStep {}

    /** The card is expired or stopped at the bank. */
    record RenewCard() implements NextStep {}
}
