package ir.ramzineh.ui;

import java.util.List;

/** What kind of message an SMS was, in the reader's words; every template of the portal has a name. */
public final class SmsNames {
    private static final String PREFIX = "sms-name.";
    private static final String OTHER = PREFIX + "other";

    private SmsNames() {}

    /**
     * The name of a message.
     *
     * @param kinds words for the kind, the most exact one first; the first that has a name gives it
     */
    public static String of(Texts texts, List<String> kinds) {
        return texts.get(kinds.stream()
                .map(PREFIX::concat)
                .filter(texts::has)
                .findFirst()
                .orElse(OTHER));
    }
}
