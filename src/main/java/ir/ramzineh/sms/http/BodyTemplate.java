package ir.ramzineh.sms.http;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of a submission as the provider wants it: JSON with <code>{to}</code>, <code>{from}</code>,
 * <code>{text}</code>, <code>{id}</code> and <code>{validSeconds}</code> in it. Values are escaped, so that no text can
 * add a field.
 */
final class BodyTemplate {
    static final String DEFAULT = "{\"to\":\"{to}\",\"from\":\"{from}\",\"text\":\"{text}\",\"id\":\"{id}\","
            + "\"validSeconds\":{validSeconds}}";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final Set<String> KNOWN = Set.of("to", "from", "text", "id", "validSeconds");
    private static final Set<String> NEEDED = Set.of("to", "text");

    private final String template;

    BodyTemplate(String template) {
        this.template = template;
    }

    /** Whether it is JSON once it is filled, names the recipient and the text, and nothing unknown. */
    boolean usable() {
        Set<String> names = PLACEHOLDER
                .matcher(template)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        if (!KNOWN.containsAll(names) || !names.containsAll(NEEDED)) {
            return false;
        }
        try {
            return JSON.readTree(filled(KNOWN.stream().collect(Collectors.toMap(name -> name, name -> "1"))))
                    .isObject();
        } catch (JacksonException broken) {
            return false;
        }
    }

    String filled(Map<String, String> values) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(match -> Matcher.quoteReplacement(escaped(values.getOrDefault(match.group(1), ""))));
    }

    private static String escaped(String value) {
        String quoted = JSON.writeValueAsString(value);
        return quoted.substring(1, quoted.length() - 1);
    }
}
