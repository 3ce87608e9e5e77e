package ir.ramzineh.credential;

/** Names one SMS challenge of a sign-in: 128 random bits in URL-safe Base64. Not for URLs, and never logged. */
public record ChallengeId(String reveal) {
    static final int BYTES = 16;

    @Override
    public String toString() {
        return "ChallengeId[***]";
    }
}
