package ir.ramzineh.channelapi;

import ir.ramzineh.kernel.PasswordKind;

/**
 * The answer to a proven first code.
 *
 * @param password the password that is dynamic now
 * @param staticDisabled whether its static form ended with that (S0.5, S0.6)
 */
public record PhoneProven(PasswordKind password, boolean staticDisabled) {}
