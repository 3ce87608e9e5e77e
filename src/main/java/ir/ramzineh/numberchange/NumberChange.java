package ir.ramzineh.numberchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change that was approved, for staff.
 *
 * @param oldMasked such as {@code 0912****580}, as is the new one
 * @param writtenAt when the bank had it registered
 * @param coolingUntil codes go to the new number from then on, and the old one cannot cancel any more
 * @param endedAt when nothing was left to do
 * @param tries how often the bank was asked
 * @param failure why it failed
 * @param stuck the bank has owed the answer for so long that two people may give the change up, which nobody has done yet
 */
public record NumberChange(
        long id,
        State state,
        String oldMasked,
        String newMasked,
        Instant approvedAt,
        @Nullable Instant writtenAt,
        @Nullable Instant coolingUntil,
        @Nullable Instant endedAt,
        int tries,
        @Nullable Failure failure,
        boolean stuck) {

    /** Where a change stands. */
    public enum State {
        /** Approved; the bank has not said yet that it is registered. Asked again until it does. */
        WRITING,
        /** Registered; no codes go out and the old number may cancel. */
        COOLING,
        /** Over: codes go to the new number. */
        DONE,
        /** Cancelled from the old number, which the bank has not said yet is registered again. */
        TAKING_BACK,
        /** The old number is registered again. */
        TAKEN_BACK,
        /** Nothing changed, or nobody knows; {@link Failure} says why. */
        FAILED;

        /** Whether something is still to be done about it. */
        public boolean open() {
            return this == WRITING || this == COOLING || this == TAKING_BACK;
        }
    }

    /** Why a change failed. */
    public enum Failure {
        /** The bank had a third number. */
        OTHER_NUMBER,
        /** The bank knew nobody. */
        UNKNOWN_PERSON,
        /** The bank never answered, and the old number stood; codes go to it as before. */
        NEVER_WRITTEN,
        /** Two people gave it up, and the bank did not even say which number it has. */
        NO_ANSWER
    }
}
