package ir.ramzineh.credential;

import ir.ramzineh.kernel.CustomerId;
import java.time.Duration;
import java.time.Instant;

/** What came of a user name and a password. */
public sealed interface SignInOutcome {
    /** Wrong; never said whether the name or the password. */
    record Refused() implements SignInOutcome {}

    /** Too many tries for this name or from this address; nothing was looked at. Known and unknown names wait alike. */
    record Wait(Duration duration) implements SignInOutcome {}

    /** The password was right; an SMS code is wanted besides. */
    record CodeRequired(ChallengeId challenge, CodeSent sent) implements SignInOutcome {}

    /** The password was right; a code of the token is wanted besides, which a branch has linked (S10.4). Nothing is texted. */
    record TokenCodeRequired(ChallengeId challenge, Instant endsAt, int triesLeft) implements SignInOutcome {}

    /** Signed in on a known device. */
    record SignedIn(CustomerId customer, SignInMark mark) implements SignInOutcome {}
}
