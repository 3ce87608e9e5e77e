package ir.ramzineh.helpdesk;

import java.time.Duration;

/** Whether a customer's page opens. */
public sealed interface LookOutcome {
    /** It opens, for as long as the setting says. */
    record Open() implements LookOutcome {}

    record Wait(Duration time) implements LookOutcome {}

    /** As in {@link FindOutcome.EnoughForToday}. */
    record EnoughForToday(int looks) implements LookOutcome {}
}
