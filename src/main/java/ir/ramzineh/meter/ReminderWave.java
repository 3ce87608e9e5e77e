package ir.ramzineh.meter;

import ir.ramzineh.kernel.BranchCode;
import java.time.Instant;

/**
 * Reminders to the owners of one branch's static cards.
 *
 * @param maker user name of who proposed it
 * @param checker user name of who approved it
 * @param total cards it began with
 * @param sent messages that went out
 * @param skipped cards left out: owner opted out, no longer static, number had enough news, or it could not
 *     be dealt with
 */
public record ReminderWave(
        long id,
        BranchCode branch,
        State state,
        String maker,
        String checker,
        Instant startedAt,
        int total,
        int sent,
        int skipped) {
    /** How far a wave is. */
    public enum State {
        RUNNING,
        DONE,
        STOPPED
    }
}
