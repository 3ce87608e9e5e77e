package ir.ramzineh.kernel;

import java.util.List;
import java.util.Map;

/**
 * The options of a command line, each as {@code --name=value} or {@code --name}.
 *
 * @param values every value by name; an option without a value has none
 */
public record CommandOptions(Map<String, List<String>> values) {
    public CommandOptions {
        values = Map.copyOf(values);
    }

    public boolean has(String option) {
        return values.containsKey(option);
    }

    /**
     * The one value of an option.
     *
     * @param usage the sentence that helps when there is none, an empty one, or more than one
     */
    public String value(String option, String usage) {
        List<String> given = values.getOrDefault(option, List.of());
        if (given.size() != 1 || given.getFirst().isBlank()) {
            throw new StartupProblem(usage);
        }
        return given.getFirst().strip();
    }
}
