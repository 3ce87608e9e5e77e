package ir.ramzineh.credential;

/**
 * A portal password on its way from the page to the hash. It lives no longer than that and never shows itself.
 *
 * @param reveal the text as typed; the odd name makes every use easy to find
 */
public record Password(String reveal) {
    @Override
    public String toString() {
        return "Password[***]";
    }
}
