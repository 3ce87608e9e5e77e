package ir.ramzineh.administration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run of sealing everything anew.
 *
 * @param startedBy user name
 * @param done values sealed anew so far
 * @param total values under an old key when it began
 * @param leftOver values still under an old key at the end
 */
public record ResealRun(
        State state,
        String startedBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        long done,
        long total,
        @Nullable Long leftOver) {
    /** How it stands. */
    public enum State {
        /** Begins within seconds. */
        WAITING,
        RUNNING,
        DONE,
        CANCELLED
    }

    /** Whether it waits or works. */
    public boolean isAtWork() {
        return state == State.WAITING || state == State.RUNNING;
    }
}
