package ir.ramzineh;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Published test vectors under {@code vectors/}: comma separated, quoted where needed, the first line names the columns. */
public final class Vectors {
    private Vectors() {}

    /** The rows of {@code vectors/<name>.csv}; a missing file fails the test that asked. */
    public static Stream<Row> rows(String name) {
        try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + name + ".csv")) {
            if (in == null) {
                throw new IllegalArgumentException("no vectors " + name);
            }
            List<List<String>> lines = parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            List<String> names = lines.getFirst();
            List<Row> rows = new ArrayList<>();
            for (int i = 1; i < lines.size(); i++) {
                Map<String, String> cells = new HashMap<>();
                for (int column = 0; column < names.size(); column++) {
                    cells.put(names.get(column), lines.get(i).get(column));
                }
                rows.add(new Row(name + " line " + (i + 1), cells));
            }
            return rows.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<String>> parse(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                line.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n' && !quoted) {
                line.add(cell.toString());
                cell.setLength(0);
                lines.add(line);
                line = new ArrayList<>();
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (!cell.isEmpty() || !line.isEmpty()) {
            line.add(cell.toString());
            lines.add(line);
        }
        return lines;
    }

    /** One row; prints as its place in the file. */
    public record Row(String place, Map<String, String> cells) {
        public String get(String column) {
            String cell = cells.get(column);
            if (cell == null) {
                throw new IllegalArgumentException("no column " + column + " in " + place);
            }
            return cell;
        }

        @Override
        public String toString() {
            return place;
        }
    }
}
