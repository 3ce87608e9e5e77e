package ir.ramzineh.helpdesk;

/**
 * The sign-in in which a reason was given; another sign-in of the same member gives its own.
 *
 * @param id id of the HTTP session; kept as a keyed hash only
 */
public record DeskSession(String id) {
    public DeskSession {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a sign-in has an id");
        }
    }

    /** Says nothing: the id opens the session. */
    @Override
    public String toString() {
        return "DeskSession[...]";
    }
}
