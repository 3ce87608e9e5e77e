package ir.ramzineh.card;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.PasswordKind;

/** Where one password of a card stands, for the module that activates it. */
public record PasswordStatus(CardId card, PasswordKind kind, String issuerKey, PasswordState state, boolean frozen) {}
