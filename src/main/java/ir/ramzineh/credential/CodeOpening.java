package ir.ramzineh.credential;

import java.time.Duration;

/** What came of a wish for a code. */
public sealed interface CodeOpening {
    /**
     * There is a challenge now.
     *
     * @param challengeId key of its row, for the one who keeps the process
     */
    record Opened(long challengeId, CodeSent sent) implements CodeOpening {}

    /** Too many were asked for. */
    record Wait(Duration duration) implements CodeOpening {}
}
