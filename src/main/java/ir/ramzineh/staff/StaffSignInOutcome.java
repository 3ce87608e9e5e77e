package ir.ramzineh.staff;

import java.time.Duration;

/** What came of a try to sign in. */
public sealed interface StaffSignInOutcome {
    /** All three were right, and the code had not been used. */
    record SignedIn(StaffId id, StaffMark mark) implements StaffSignInOutcome {}

    /** Name, password or code was wrong, or the member may not work; which of them is never said. */
    record Refused() implements StaffSignInOutcome {}

    /** Nothing was looked at: too many tries went before. */
    record Wait(Duration left) implements StaffSignInOutcome {}
}
