package ir.ramzineh.fraudcase;

import ir.ramzineh.kernel.Rial;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known about the thing pointed at. */
record SuspectFacts(
        @Nullable Instant at,
        String what,
        @Nullable Rial amount,
        @Nullable String merchant,
        @Nullable String terminalId) {

    static SuspectFacts of(@Nullable Instant at, String what) {
        return new SuspectFacts(at, what, null, null, null);
    }
}
