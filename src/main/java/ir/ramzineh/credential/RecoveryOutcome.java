package ir.ramzineh.credential;

import java.time.Duration;
import java.util.List;

/** What came of one step of a recovery. */
public sealed interface RecoveryOutcome {
    /** Begun: begins alike whether or not the data match anybody. */
    record Begun(RecoveryKey key, RecoveryView.AwaitingCode view) implements RecoveryOutcome {}

    /** One step on, or, for a repeated or reordered step, where the recovery really stands. */
    record At(RecoveryView view) implements RecoveryOutcome {}

    /** The code was wrong. */
    record WrongCode(int triesLeft) implements RecoveryOutcome {}

    /** The code is out of time; it may be asked for again. */
    record CodeExpired() implements RecoveryOutcome {}

    /** The new password breaks these rules. */
    record Weak(List<RuleCheck> broken) implements RecoveryOutcome {}

    /**
     * The new password holds; every sign-in was ended.
     *
     * @param device this browser is known from now on: its user has just proven the phone
     */
    record Recovered(DeviceKey device) implements RecoveryOutcome {}

    /** The bank's system does not answer just now; nothing was counted. */
    record BankUnavailable() implements RecoveryOutcome {}

    /** Too often; nothing was looked at. */
    record Wait(Duration duration) implements RecoveryOutcome {}
}
