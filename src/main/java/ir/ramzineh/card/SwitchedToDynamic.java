package ir.ramzineh.card;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.PasswordKind;

/**
 * Published inside the transaction in which a way of getting codes of this password was activated, whether the password
 * was dynamic before or not: what stood in the place of a lost phone's app has ended with it.
 */
public record SwitchedToDynamic(CardId card, PasswordKind kind) {}
