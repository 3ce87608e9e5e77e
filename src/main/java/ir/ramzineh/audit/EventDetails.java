package ir.ramzineh.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The named details of an event as JSON, made inert: no control characters (a line break would forge a log line), no
 * bidirectional controls (they would turn a line around), bounded in length (security case 23). What is left is text and
 * nothing else; markup and formulas stay what they are, and whoever shows them escapes them.
 */
final class EventDetails {
    static final int VALUE_LENGTH_MAX = 500;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private EventDetails() {}

    static String write(Map<String, String> details) {
        Map<String, String> inert = new TreeMap<>();
        details.forEach((name, value) -> inert.put(inert(name, 64), inert(value, VALUE_LENGTH_MAX)));
        return MAPPER.writeValueAsString(inert);
    }

    static Map<String, String> read(String json) {
        return new LinkedHashMap<>(MAPPER.readValue(json, DETAILS));
    }

    /** Keeps letters, digits, signs, plain spaces and the zero-width non-joiner, which Persian words need. */
    static String inert(String text, int lengthMax) {
        StringBuilder kept = new StringBuilder(Math.min(text.length(), lengthMax));
        for (int at = 0; at < text.length() && kept.length() < lengthMax; ) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            switch (Character.getType(point)) {
                case Character.CONTROL,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE,
                        Character.PRIVATE_USE,
                        Character.UNASSIGNED -> {}
                case Character.FORMAT -> {
                    if (point == '\u200c') {
                        kept.appendCodePoint(point);
                    }
                }
                default -> kept.appendCodePoint(point);
            }
        }
        return kept.toString();
    }
}
