package ir.ramzineh.credential;

import java.util.List;

/** A password broke at least one rule. */
public final class WeakPasswordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<RuleCheck> broken;

    WeakPasswordException(List<RuleCheck> broken) {
        super("the password breaks " + broken.size() + " rules");
        this.broken = List.copyOf(broken);
    }

    /** The rules it broke, with the parts to show. */
    public List<RuleCheck> broken() {
        return broken;
    }
}
