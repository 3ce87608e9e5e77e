package ir.ramzineh.ramzna;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Our modules joined into the one script that travels: one request where there were seventy, and each of them costs a phone
 * some milliseconds at every start. A module becomes a function that runs once and gives what it exports, after those it
 * imports. It takes the imports and exports that our modules use and refuses any other, so nothing is lost in silence.
 *
 * <p>Dynamic imports and {@code import.meta.url} stay as they are: all modules stand in folders side by side, so addresses
 * that begin with {@code ../} lead to the same places from the joined script.
 */
final class RamznaScript {
    private static final Pattern IMPORT =
            Pattern.compile("^import (?:\\{([^}]*)\\}|\\* as (\\w+)) from '([^']+)';\\R", Pattern.MULTILINE);
    private static final Pattern PASSED_ON =
            Pattern.compile("^export \\{([^}]*)\\} from '([^']+)';\\R", Pattern.MULTILINE);
    private static final Pattern LISTED = Pattern.compile("^export \\{([^}]*)\\};\\R", Pattern.MULTILINE);
    private static final Pattern PARTS = Pattern.compile("^export (const \\{([^}]*)\\} = )", Pattern.MULTILINE);
    private static final Pattern DEFINED =
            Pattern.compile("^export ((?:async function|function|class|const) (\\w+))", Pattern.MULTILINE);
    private static final Pattern LEFT = Pattern.compile("^(?:import|export)\\b.*", Pattern.MULTILINE);
    private static final Pattern PLACE = Pattern.compile("\\w[\\w-]*/\\w[\\w-]*\\.js");

    private final Map<String, RamznaFile> modules;
    private final SequencedMap<String, String> joined = new LinkedHashMap<>();
    private final Set<String> begun = new LinkedHashSet<>();

    private RamznaScript(Map<String, RamznaFile> modules) {
        this.modules = modules;
    }

    /**
     * @param modules by path, as they travel
     * @param first the module that begins; the joined script takes its place
     * @throws IllegalStateException if a module is missing, imports itself over others, or is written in another way
     */
    static RamznaFile joined(Map<String, RamznaFile> modules, String first) {
        RamznaScript script = new RamznaScript(modules);
        script.add(first);
        return RamznaFile.of(first, String.join("", script.joined.values()));
    }

    private void add(String path) {
        if (joined.containsKey(path)) {
            return;
        }
        RamznaFile module = modules.get(path);
        if (module == null || !PLACE.matcher(path).matches() || !begun.add(path)) {
            throw new IllegalStateException(path + " is missing, in another folder, or imported by what it imports");
        }
        joined.put(path, function(path, new String(module.content(), StandardCharsets.UTF_8)));
    }

    private String function(String path, String source) {
        StringBuilder head = new StringBuilder();
        StringJoiner given = new StringJoiner(", ");
        String code = each(IMPORT, source, found -> {
            String from = name(path, found.group(3));
            head.append(
                    found.group(1) == null
                            ? "const " + found.group(2) + " = " + from + ";\n"
                            : "const {" + found.group(1).replace(" as ", ": ") + "} = " + from + ";\n");
            return "";
        });
        code = each(PASSED_ON, code, found -> {
            String from = name(path, found.group(2));
            for (String one : names(found.group(1))) {
                given.add(one + ": " + from + "." + one);
            }
            return "";
        });
        code = each(LISTED, code, found -> {
            names(found.group(1)).forEach(given::add);
            return "";
        });
        code = each(PARTS, code, found -> {
            names(found.group(2))
                    .forEach(
                            one -> given.add(one.substring(one.indexOf(':') + 1).strip()));
            return found.group(1);
        });
        code = each(DEFINED, code, found -> {
            given.add(found.group(2));
            return found.group(1);
        });
        Matcher left = LEFT.matcher(code);
        if (left.find()) {
            throw new IllegalStateException(path + ": cannot be joined: " + left.group());
        }
        return "const " + variable(path) + " = (() => {\n" + head + code + "return { " + given + " };\n})();\n";
    }

    /** The variable of an imported module, which is joined first. */
    private String name(String importer, String imported) {
        String path = URI.create(importer).resolve(imported).toString();
        add(path);
        return variable(path);
    }

    private static String variable(String path) {
        return "$" + path.substring(0, path.length() - ".js".length()).replaceAll("\\W", "_");
    }

    private static Set<String> names(String list) {
        Set<String> names = new LinkedHashSet<>();
        for (String one : list.split(",", -1)) {
            if (one.contains(" as ")) {
                throw new IllegalStateException("cannot be joined: " + list);
            }
            if (!one.isBlank()) {
                names.add(one.strip());
            }
        }
        return names;
    }

    private static String each(Pattern pattern, String text, java.util.function.Function<MatchResult, String> put) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(put.apply(found)));
    }
}
