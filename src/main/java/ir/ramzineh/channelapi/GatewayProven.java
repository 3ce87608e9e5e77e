package ir.ramzineh.channelapi;

/**
 * The answer to a proven first code of an account token.
 *
 * @param active always true; what it counts for is decided at the branch (S10.4)
 */
public record GatewayProven(boolean active) {}
