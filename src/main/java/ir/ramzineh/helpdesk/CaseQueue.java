package ir.ramzineh.helpdesk;

import java.util.List;

/**
 * The queue of cases, which is a look like any other.
 *
 * @param look whether it opened
 * @param cases the oldest first; none unless it opened
 */
public record CaseQueue(LookOutcome look, List<CaseLine> cases) {
    public CaseQueue {
        cases = List.copyOf(cases);
    }
}
