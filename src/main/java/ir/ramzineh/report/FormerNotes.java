package ir.ramzineh.report;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reasons that staff typed in their own words for deeds on account tokens, before they chose one of ours. A row of the trail
 * is never changed; but what may name a person does not leave the bank in a copy of it.
 */
final class FormerNotes {
    static final String WITHHELD = "[withheld]";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KINDS = "gateway-token.";
    private static final String REASON = "reason";
    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z_]{0,39}");

    private FormerNotes() {}

    /** The details of a row as they may leave. */
    static String withheld(String kind, String details) {
        if (!kind.startsWith(KINDS)) {
            return details;
        }
        JsonNode all = JSON.readTree(details);
        JsonNode reason = all.get(REASON);
        if (!(all instanceof ObjectNode object)
                || reason == null
                || WORD.matcher(reason.asString()).matches()) {
            return details;
        }
        return JSON.writeValueAsString(object.put(REASON, WITHHELD));
    }
}
