package ir.ramzineh.meter;

import java.util.List;

/**
 * Something that can be done in one visit of the customer.
 *
 * @param key of the text
 * @param arguments of that text: last four digits of a card, where it is about one
 */
public record VisitStep(String key, List<String> arguments) {
    public VisitStep {
        arguments = List.copyOf(arguments);
    }

    static VisitStep of(String name, String... arguments) {
        return new VisitStep("visit." + name, List.of(arguments));
    }
}
