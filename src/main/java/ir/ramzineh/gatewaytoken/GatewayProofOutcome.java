package ir.ramzineh.gatewaytoken;

/** What came of a first code. */
public sealed interface GatewayProofOutcome {
    /** The token is active. What it counts for is decided at the branch. */
    record Proven() implements GatewayProofOutcome {}

    /** Wrong; so many tries remain. */
    record Wrong(int triesLeft) implements GatewayProofOutcome {}

    /** Unknown or over. */
    record Gone() implements GatewayProofOutcome {}
}
