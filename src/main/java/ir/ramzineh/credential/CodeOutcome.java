package ir.ramzineh.credential;

import ir.ramzineh.kernel.CustomerId;
import org.jspecify.annotations.Nullable;

/** What came of an SMS code at sign-in. */
public sealed interface CodeOutcome {
    /**
     * Signed in.
     *
     * @param device to be kept by the browser; {@code null} when it shall not be remembered
     */
    record SignedIn(
            CustomerId customer, SignInMark mark, @Nullable DeviceKey device) implements CodeOutcome {}

    /** Wrong; so many tries remain. */
    record Wrong(int triesLeft) implements CodeOutcome {}

    /** The code is out of time; it may be asked for again. */
    record Expired() implements CodeOutcome {}

    /** Used, out of tries, or too old: sign-in starts again with the password. */
    record Ended() implements CodeOutcome {}
}
