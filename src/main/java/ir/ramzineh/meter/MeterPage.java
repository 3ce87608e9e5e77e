package ir.ramzineh.meter;

import ir.ramzineh.helpdesk.LookOutcome;
import java.util.List;

/**
 * One page of static cards, which is a look at many customers.
 *
 * @param look whether it opened
 * @param lines none unless it opened; the cards of the member who asks are not among them
 * @param next where the next page begins; 0 where this is the last
 */
public record MeterPage(LookOutcome look, List<MeterLine> lines, long next) {
    public MeterPage {
        lines = List.copyOf(lines);
    }
}
