package ir.ramzineh.credential;

import java.time.Duration;
import java.util.List;

/** What came of asking for another password. */
public sealed interface ChangeOutcome {
    /** The new password holds; other sign-ins are ended. */
    record Changed() implements ChangeOutcome {}

    /** The old password was not right. */
    record OldPasswordWrong() implements ChangeOutcome {}

    /** The new password breaks these rules. */
    record Weak(List<RuleCheck> broken) implements ChangeOutcome {}

    /** Too many wrong tries; nothing was looked at. */
    record Wait(Duration duration) implements ChangeOutcome {}
}
