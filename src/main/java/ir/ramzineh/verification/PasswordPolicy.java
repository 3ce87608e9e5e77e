package ir.ramzineh.verification;

/**
 * What a channel may take as the password of a card.
 *
 * @param staticAllowed the static password counts
 * @param dynamicAllowed one-time codes count
 * @param digits of a one-time code
 */
public record PasswordPolicy(boolean staticAllowed, boolean dynamicAllowed, int digits) {}
