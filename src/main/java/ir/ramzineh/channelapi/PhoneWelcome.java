package ir.ramzineh.channelapi;

/**
 * The answer to a phone that has read a QR code.
 *
 * @param codeNeeded whether a code has gone by SMS and must come with the claim
 * @param expiresAt until when the activation can be finished, ISO 8601 in UTC
 */
public record PhoneWelcome(boolean codeNeeded, String expiresAt) {}
