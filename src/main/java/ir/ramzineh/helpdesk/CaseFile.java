package ir.ramzineh.helpdesk;

import ir.ramzineh.card.CardOverview;
import ir.ramzineh.fraudcase.CaseNote;
import ir.ramzineh.fraudcase.FraudCase;
import java.util.List;
import java.util.Optional;

/**
 * A case as staff see it.
 *
 * @param card empty where the bank has given it to somebody else since: then nothing is left to do for it but to close
 *     the case
 * @param mine the member who asks holds it
 * @param notes the oldest first
 */
public record CaseFile(FraudCase report, Optional<CardOverview> card, boolean mine, List<CaseNote> notes) {
    public CaseFile {
        notes = List.copyOf(notes);
    }
}
