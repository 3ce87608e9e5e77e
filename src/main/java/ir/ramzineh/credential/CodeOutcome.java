package ir.ramzineh.credential;

import ir.ramzineh.kernel.CustomerId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of a code at sign-in, by SMS or of a token. */
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

    /** Too many wrong codes of the token lately; nothing was looked at. */
    record Wait(Duration duration) implements CodeOutcome {}

    /** The code is out of time; it may be asked for again. */
    record Expired() implements CodeOutcome {}

    /** Used, out of tries, or too old: sign-in starts again with the password. */
    record Ended() implements CodeOutcome {}
}
