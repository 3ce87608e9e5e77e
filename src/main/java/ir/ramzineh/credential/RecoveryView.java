package ir.ramzineh.credential;

import java.time.Instant;

/** Where a recovery stands. */
public sealed interface RecoveryView {
    /** Waits for the texted code. */
    record AwaitingCode(RecoveryKind kind, CodeSent sent, Instant endsAt) implements RecoveryView {}

    /** The phone is proven: the user name may be shown, and a lost password be replaced. */
    record AwaitingPassword(String userName, Instant endsAt) implements RecoveryView {}

    /** The phone is proven and the lost name may be shown. Also the end of a recovered password. */
    record Done(RecoveryKind kind, String userName) implements RecoveryView {}

    /** Out of time, out of tries, or never begun. */
    record Ended() implements RecoveryView {}
}
