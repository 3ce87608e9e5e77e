package ir.ramzineh.approval;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a member of staff wants done.
 *
 * @param kind of an {@link ApprovedDeed}; the reader sees the text {@code approval.kind.<kind>}
 * @param customer whom it is about; {@code null} for work about nobody in particular, such as a bulk import
 * @param card which card, if one
 * @param facts what maker and checker read, personal values masked: {@code approval.fact.<name>} says what each is
 * @param payload what the deed needs, in the clear; sealed in the row, shown to nobody, erased once it is decided
 * @param afterwards what the customer will be able to do afterwards, in the order in which it is read
 */
public record Proposal(
        String kind,
        @Nullable CustomerId customer,
        @Nullable CardId card,
        Map<String, String> facts,
        Map<String, String> payload,
        List<Afterward> afterwards) {
    static final int ENTRIES_MAX = 20;
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public Proposal {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("The kind of a proposal is lower case with hyphens");
        }
        if (facts.size() > ENTRIES_MAX || payload.size() > ENTRIES_MAX || afterwards.size() > ENTRIES_MAX) {
            throw new IllegalArgumentException("A proposal has at most " + ENTRIES_MAX + " of each");
        }
        facts = Map.copyOf(facts);
        payload = Map.copyOf(payload);
        afterwards = List.copyOf(afterwards);
    }

    /** For readers. */
    Proposal withoutPayload() {
        return new Proposal(kind, customer, card, facts, Map.of(), afterwards);
    }

    /** Without what it holds. */
    @Override
    public String toString() {
        return "Proposal[" + kind + "]";
    }
}
