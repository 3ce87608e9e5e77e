package ir.ramzineh.helpdesk;

import ir.ramzineh.card.CardOverview;
import ir.ramzineh.fraudcase.CaseNote;
import ir.ramzineh.fraudcase.FraudCase;
import java.util.List;

/**
 * A case as staff see it.
 *
 * @param mine the member who asks holds it
 * @param notes the oldest first
 */
public record CaseFile(FraudCase report, CardOverview card, boolean mine, List<CaseNote> notes) {
    public CaseFile {
        notes = List.copyOf(notes);
    }
}
