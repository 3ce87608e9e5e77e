package ir.ramzineh.bulkimport;

import ir.ramzineh.staff.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import.
 *
 * @param fileName as its maker called it
 * @param maker user name
 * @param checker user name, once it is approved or refused
 * @param rows of the file
 * @param done rows that are through
 * @param problem key of a text that says why it failed
 */
public record ImportJob(
        long id,
        ImportKind kind,
        String fileName,
        ImportState state,
        StaffId makerId,
        String maker,
        @Nullable String checker,
        int rows,
        int done,
        @Nullable String problem,
        Instant createdAt,
        @Nullable Instant endedAt) {
    /** Whether this member can take it back now. */
    public boolean isWithdrawnBy(StaffId who) {
        return state == ImportState.WAITING && makerId.equals(who);
    }

    /** Whether it can be stopped now. */
    public boolean isAtWork() {
        return state == ImportState.APPROVED || state == ImportState.RUNNING;
    }
}
