package ir.ramzineh.counter;

import ir.ramzineh.approval.Afterward;
import ir.ramzineh.issuer.CodeChannel;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How ways of getting codes stand in the texts of this module. */
final class Words {
    private Words() {}

    /** A sentence for each way: the key ends with its name. */
    static List<Afterward> ways(String key, Set<CodeChannel> ways) {
        return ways.stream()
                .sorted()
                .map(way -> Afterward.of(
                        key + "." + way.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .toList();
    }
}
