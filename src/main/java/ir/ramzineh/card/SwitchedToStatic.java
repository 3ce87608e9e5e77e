package ir.ramzineh.card;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.PasswordKind;

/**
 * Published inside the transaction that takes a password back to static; whoever holds keys for it must destroy them in
 * the same transaction.
 */
public record SwitchedToStatic(CardId card, PasswordKind kind) {}
