package ir.ramzineh.card;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.PasswordKind;

/** Published inside the transaction in which the last permitted wrong code locked a password (S7.13). */
public record PasswordLocked(CardId card, PasswordKind kind) {}
