package ir.ramzineh.credential;

/** Names one recovery: 128 random bits in URL-safe Base64, held by the browser that began it. Never logged. */
public record RecoveryKey(String reveal) {
    static final int BYTES = 16;

    @Override
    public String toString() {
        return "RecoveryKey[***]";
    }
}
