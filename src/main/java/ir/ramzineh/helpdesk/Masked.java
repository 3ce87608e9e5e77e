package ir.ramzineh.helpdesk;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What is shown of a name before a page is opened. */
final class Masked {
    private Masked() {}

    /** The first letter of each word. */
    static String name(String name) {
        return Arrays.stream(name.strip().split("\\s+"))
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)) + "…")
                .collect(Collectors.joining(" "));
    }

    /** The first two letters of a user name. */
    static String userName(String name) {
        return name.substring(0, Math.min(2, name.length())) + "…";
    }
}
