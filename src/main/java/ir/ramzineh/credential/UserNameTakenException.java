package ir.ramzineh.credential;

/** Somebody else has this user name, perhaps in other case. */
public final class UserNameTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UserNameTakenException() {
        super("the user name is taken");
    }
}
