package ir.ramzineh.registration;

import ir.ramzineh.credential.DeviceKey;
import ir.ramzineh.credential.RuleCheck;
import java.time.Duration;
import java.util.List;

/** What came of one step of a sign-up. */
public sealed interface RegistrationOutcome {
    /** Begun: begins alike whether or not the bank knows the person. */
    record Begun(RegistrationKey key, RegistrationView.AwaitingActivation view) implements RegistrationOutcome {}

    /** One step on; for a repeated, skipped or reordered step, where the sign-up really stands. */
    record At(RegistrationView view) implements RegistrationOutcome {}

    /** Activation ID or birth date wrong; never said which. */
    record WrongActivation(int triesLeft) implements RegistrationOutcome {}

    /** The activation ID is out of time; it may be asked for again. */
    record ActivationExpired() implements RegistrationOutcome {}

    /** Not a live card of this person; never said why. */
    record WrongCard(int triesLeftToday) implements RegistrationOutcome {}

    /** There is a newer version of the terms than the one agreed to. */
    record TermsOutdated() implements RegistrationOutcome {}

    /** Somebody has this user name. */
    record UserNameTaken() implements RegistrationOutcome {}

    /** User name or password break these rules. */
    record Weak(List<RuleCheck> broken) implements RegistrationOutcome {}

    /**
     * Done.
     *
     * @param device this browser is known from now on: its user has just proven phone, birth date and card
     */
    record Completed(DeviceKey device) implements RegistrationOutcome {}

    /** Too often; nothing was looked at. */
    record Wait(Duration duration) implements RegistrationOutcome {}

    /** The bank's system does not answer just now; nothing was counted. */
    record BankUnavailable() implements RegistrationOutcome {}
}
