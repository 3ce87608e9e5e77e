package ir.ramzineh.helpdesk;

import java.time.Duration;
import java.util.List;

/** What came of looking for a customer. */
public sealed interface FindOutcome {
    /**
     * Everybody who fits exactly.
     *
     * @param hits whom this member may look at; empty where nobody fits
     * @param elsewhere how many more fit whom this member may not look at: of another branch, or the member's own person
     */
    record Found(List<Hit> hits, int elsewhere) implements FindOutcome {
        public Found {
            hits = List.copyOf(hits);
        }
    }

    /** Too many in a short time; nothing was looked for. */
    record Wait(Duration time) implements FindOutcome {}

    /** The member has had the looks of a day; nothing was looked for, and the auditors know. */
    record EnoughForToday(int looks) implements FindOutcome {}
}
