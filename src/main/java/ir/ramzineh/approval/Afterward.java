package ir.ramzineh.approval;

import java.util.List;

/**
 * One sentence about what the customer will be able to do, or no longer, once the deed is done: the checker reads it
 * before deciding.
 *
 * @param key of the text
 * @param arguments of that text, masked where they are personal; stored sealed all the same
 */
public record Afterward(String key, List<String> arguments) {
    public Afterward {
        arguments = List.copyOf(arguments);
    }

    public static Afterward of(String key, String... arguments) {
        return new Afterward(key, List.of(arguments));
    }
}
