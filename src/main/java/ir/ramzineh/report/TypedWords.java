package ir.ramzineh.report;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Words that somebody typed and that may name a person: names customers gave their phones and tokens, and reasons that staff
 * wrote for deeds on account tokens before they chose one of ours. A row of the trail is never changed; but they do not
 * leave the bank in a copy of it.
 */
final class TypedWords {
    static final String WITHHELD = "[withheld]";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KINDS = "gateway-token.";
    private static final String REASON = "reason";

    /** Details in which a customer's own words stand. */
    private static final List<String> NAMES = List.of("device", "label");

    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z_]{0,39}");

    private TypedWords() {}

    /** The details of a row as they may leave. */
    static String withheld(String kind, String details) {
        if (!(JSON.readTree(details) instanceof ObjectNode all)) {
            return details;
        }
        boolean changed = false;
        for (String name : NAMES) {
            changed |= withhold(all, name);
        }
        if (kind.startsWith(KINDS) && !isWordOfOurs(all.get(REASON))) {
            changed |= withhold(all, REASON);
        }
        return changed ? JSON.writeValueAsString(all) : details;
    }

    private static boolean isWordOfOurs(@Nullable JsonNode reason) {
        return reason != null && WORD.matcher(reason.asString()).matches();
    }

    /** Nothing is withheld where nothing was typed. */
    private static boolean withhold(ObjectNode all, String name) {
        JsonNode typed = all.get(name);
        if (typed == null || typed.asString().isEmpty()) {
            return false;
        }
        all.put(name, WITHHELD);
        return true;
    }
}
