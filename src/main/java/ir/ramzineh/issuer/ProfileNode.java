package ir.ramzineh.issuer;

import ir.ramzineh.kernel.StartupProblem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A group of fields in a profile file. Every field is asked for by name and type; whatever does not fit becomes one
 * sentence with file, line, field and what was expected. {@link #close()} refuses fields nobody asked for.
 */
final class ProfileNode implements AutoCloseable {
    private final String file;
    private final String path;
    private final int line;
    private final Map<String, ScalarNode> names = new LinkedHashMap<>();
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final List<String> known = new ArrayList<>();

    ProfileNode(String file, String path, Node node) {
        this.file = file;
        this.path = path;
        this.line = lineOf(node);
        if (!(node instanceof MappingNode mapping)) {
            throw problem(line, path, "a group of fields");
        }
        for (NodeTuple field : mapping.getValue()) {
            if (!(field.getKeyNode() instanceof ScalarNode name)) {
                throw problem(lineOf(field.getKeyNode()), path, "plain field names");
            }
            if (values.put(name.getValue(), field.getValueNode()) != null) {
                throw problem(lineOf(name), dotted(name.getValue()), "the field once, not twice");
            }
            names.put(name.getValue(), name);
        }
    }

    ProfileNode group(String name) {
        return new ProfileNode(file, dotted(name), require(name, "a group of fields"));
    }

    /** A list of groups, 1 to {@code max}. */
    List<ProfileNode> groups(String name, int max) {
        String expected = "a list of 1 to " + max + " groups of fields";
        List<Node> items = sequence(name, expected);
        if (items.size() > max) {
            throw problem(name, expected);
        }
        List<ProfileNode> groups = new ArrayList<>();
        for (Node item : items) {
            groups.add(new ProfileNode(file, dotted(name) + "[" + (groups.size() + 1) + "]", item));
        }
        return groups;
    }

    boolean has(String name) {
        known.add(name);
        return values.containsKey(name);
    }

    LocalizedText localized(String name, int lengthMax) {
        try (ProfileNode text = group(name)) {
            return new LocalizedText(text.text("fa", lengthMax), text.text("en", lengthMax));
        }
    }

    String text(String name, int lengthMax) {
        String expected = "a text of 1 to " + lengthMax + " characters";
        ScalarNode node = scalar(name, Tag.STR, expected);
        String text = node.getValue();
        boolean printable = text.codePoints().noneMatch(Character::isISOControl);
        if (text.isBlank() || text.length() > lengthMax || !printable) {
            throw problem(lineOf(node), dotted(name), expected + " without line breaks");
        }
        return text;
    }

    String matching(String name, Pattern pattern, String expected) {
        ScalarNode node = scalar(name, Tag.STR, expected);
        if (!pattern.matcher(node.getValue()).matches()) {
            throw problem(lineOf(node), dotted(name), expected);
        }
        return node.getValue();
    }

    int integer(String name, int min, int max) {
        String expected = "a whole number from " + min + " to " + max;
        ScalarNode node = scalar(name, Tag.INT, expected);
        String digits = node.getValue();
        // Also keeps out what YAML 1.1 calls a number: 0x1F, 1_000, 12:30.
        if (!digits.matches("0|[1-9][0-9]{0,8}")) {
            throw problem(lineOf(node), dotted(name), expected);
        }
        int number = Integer.parseInt(digits);
        if (number < min || number > max) {
            throw problem(lineOf(node), dotted(name), expected);
        }
        return number;
    }

    boolean truth(String name) {
        String expected = "true or false";
        ScalarNode node = scalar(name, Tag.BOOL, expected);
        return switch (node.getValue()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw problem(lineOf(node), dotted(name), expected);
        };
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
        String expected = "one of " + spelt(EnumSet.allOf(type));
        return choice(type, scalar(name, Tag.STR, expected), name, expected);
    }

    <E extends Enum<E>> Set<E> choices(String name, Class<E> type) {
        String expected = "a list with at least one of " + spelt(EnumSet.allOf(type));
        Set<E> chosen = EnumSet.noneOf(type);
        for (Node item : sequence(name, expected)) {
            if (!(item instanceof ScalarNode scalar) || !chosen.add(choice(type, scalar, name, expected))) {
                throw problem(lineOf(item), dotted(name), expected + ", each once");
            }
        }
        return chosen;
    }

    /** The items of a list with their lines. */
    Map<String, Integer> list(String name, Pattern pattern, String expected) {
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (Node item : sequence(name, expected)) {
            boolean fits = item instanceof ScalarNode scalar
                    && pattern.matcher(scalar.getValue()).matches()
                    && lines.put(scalar.getValue(), lineOf(item)) == null;
            if (!fits) {
                throw problem(lineOf(item), dotted(name), expected);
            }
        }
        return lines;
    }

    /** For rules between fields: says where {@code name} stands and what was expected of it. */
    StartupProblem problem(String name, String expected) {
        Node node = values.get(name);
        return problem(node == null ? line : lineOf(node), dotted(name), expected);
    }

    /** Refuses what was never asked for. */
    @Override
    public void close() {
        for (Map.Entry<String, ScalarNode> name : names.entrySet()) {
            if (!known.contains(name.getKey())) {
                throw problem(
                        lineOf(name.getValue()),
                        dotted(name.getKey()),
                        "no such field here but " + String.join(", ", known));
            }
        }
    }

    private <E extends Enum<E>> E choice(Class<E> type, ScalarNode node, String name, String expected) {
        for (E constant : type.getEnumConstants()) {
            if (spelt(constant).equals(node.getValue())) {
                return constant;
            }
        }
        throw problem(lineOf(node), dotted(name), expected);
    }

    private List<Node> sequence(String name, String expected) {
        Node node = require(name, expected);
        if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            throw problem(lineOf(node), dotted(name), expected);
        }
        return sequence.getValue();
    }

    private ScalarNode scalar(String name, Tag tag, String expected) {
        Node node = require(name, expected);
        if (!(node instanceof ScalarNode scalar) || !scalar.getTag().equals(tag)) {
            throw problem(lineOf(node), dotted(name), expected);
        }
        return scalar;
    }

    private Node require(String name, String expected) {
        known.add(name);
        Node node = values.get(name);
        if (node == null) {
            throw new StartupProblem(
                    "%s, line %d: the field %s is missing; expected %s.".formatted(file, line, dotted(name), expected));
        }
        return node;
    }

    private StartupProblem problem(int line, String field, String expected) {
        return new StartupProblem("%s, line %d, %s: expected %s."
                .formatted(file, line, field.isEmpty() ? "top of the file" : "field " + field, expected));
    }

    private String dotted(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static <E extends Enum<E>> String spelt(Set<E> constants) {
        return String.join(", ", constants.stream().map(ProfileNode::spelt).toList());
    }

    private static String spelt(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
