package ir.ramzineh.registration;

/** Names one sign-up: 128 random bits in URL-safe Base64, held by the browser that began it. Never logged. */
public record RegistrationKey(String reveal) {
    static final int BYTES = 16;

    @Override
    public String toString() {
        return "RegistrationKey[***]";
    }
}
