package ir.ramzineh.verification;

/**
 * What a channel may take as the password of a card.
 *
 * @param staticAllowed the static password counts
 * @param dynamicAllowed one-time codes count
 */
public record PasswordPolicy(boolean staticAllowed, boolean dynamicAllowed) {}
