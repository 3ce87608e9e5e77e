package ir.ramzineh.portal;

import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Texts;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Fills the {@code {name}} places of a text with the details of a stored event, as the reader writes them. */
final class EventWords {
    private static final String NETWORK_ADDRESS = "address";
    private static final String RIALS = "amount";

    /** Unicode isolates: what stands between the two reads left to right and turns nothing around it. */
    private static final char LEFT_TO_RIGHT = '\u2066';

    private static final char END_OF_ISOLATE = '\u2069';

    private final Texts texts;
    private final Formats formats;

    EventWords(Locale reader) {
        this.texts = Texts.of(reader);
        this.formats = Formats.of(reader);
    }

    String fill(String text, Map<String, String> details) {
        String filled = text;
        for (Map.Entry<String, String> detail : details.entrySet()) {
            filled = filled.replace("{" + detail.getKey() + "}", words(detail.getKey(), detail.getValue()));
        }
        return filled;
    }

    private String words(String name, String value) {
        String key = "activity-detail." + name + "." + value;
        if (texts.has(key)) {
            return texts.get(key);
        }
        if (value.indexOf(',') > 0 && texts.has("activity-detail." + name + "." + value.split(",", -1)[0])) {
            return Arrays.stream(value.split(",", -1))
                    .map(one -> words(name, one))
                    .collect(Collectors.joining(texts.get("format.list-separator")));
        }
        return switch (name) {
            case NETWORK_ADDRESS -> LEFT_TO_RIGHT + value + END_OF_ISOLATE;
            case RIALS -> formats.amount(Long.parseLong(value));
            default -> formats.digits(value);
        };
    }
}
