package ir.ramzineh.card;

import java.util.List;

/**
 * One sentence about what will be true after a change, as a key of the translation files.
 *
 * @param key such as {@code consequence.switch-off.static-again}
 * @param args positional arguments: numbers and masked values only
 */
public record Consequence(String key, List<Object> args) {
    public Consequence {
        args = List.copyOf(args);
    }

    static Consequence of(String key, Object... args) {
        return new Consequence(key, List.of(args));
    }
}
