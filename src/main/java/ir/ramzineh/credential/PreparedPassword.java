package ir.ramzineh.credential;

/**
 * A password that keeps the rules, hashed and ready to be stored.
 *
 * @param hash Argon2id in its encoded form
 */
public record PreparedPassword(String hash) {
    @Override
    public String toString() {
        return "PreparedPassword[***]";
    }
}
