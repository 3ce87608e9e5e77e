package ir.ramzineh.bulkimport;

import ir.ramzineh.approval.Afterward;
import ir.ramzineh.corebank.FileEffect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What maker and checker read about a file: counted when it is proposed, and looked at again when it is taken over. What may
 * harm somebody has a line of its own, which stands there only where there is something to say.
 */
final class ImportFacts {
    private ImportFacts() {}

    static Map<String, String> of(String name, ImportPreview preview) {
        FileEffect effect = preview.effect();
        Map<String, String> facts = new TreeMap<>();
        facts.put("file", name);
        facts.put("rows", Long.toString(preview.rows()));
        facts.put("added", Long.toString(effect.added()));
        facts.put("changed", Long.toString(effect.changed()));
        facts.put("unchanged", Long.toString(effect.unchanged()));
        some(facts, "mobiles-changed", effect.mobiles());
        some(facts, "owners-changed", effect.owners());
        some(facts, "cards-stopped", effect.stopped());
        some(facts, "cards-resumed", effect.resumed());
        some(facts, "numbers-kept", preview.numbersKept());
        some(facts, "numbers-dated", preview.numbersDated());
        return facts;
    }

    private static void some(Map<String, String> facts, String name, long count) {
        if (count > 0) {
            facts.put(name, Long.toString(count));
        }
    }

    /** What customers will be able to do, or no longer. */
    static List<Afterward> afterwards(ImportKind kind, ImportPreview preview) {
        FileEffect effect = preview.effect();
        List<Afterward> afterwards = new ArrayList<>();
        String added = switch (kind) {
            case CUSTOMERS -> "import.afterwards.customers";
            case CARDS -> "import.afterwards.cards";
            case SERIALS -> "import.afterwards.serials";
        };
        some(afterwards, added, effect.added());
        some(afterwards, "import.afterwards.mobiles", effect.mobiles());
        some(afterwards, "import.afterwards.owners", effect.owners());
        some(afterwards, "import.afterwards.stopped", effect.stopped());
        some(afterwards, "import.afterwards.resumed", effect.resumed());
        some(afterwards, "import.numbers-dated", preview.numbersDated());
        some(afterwards, "import.afterwards.changed", effect.changed());
        if (afterwards.isEmpty()) {
            afterwards.add(Afterward.of("import.afterwards.nothing"));
        }
        return afterwards;
    }

    private static void some(List<Afterward> afterwards, String key, long count) {
        if (count > 0) {
            afterwards.add(Afterward.of(key, Long.toString(count)));
        }
    }
}
