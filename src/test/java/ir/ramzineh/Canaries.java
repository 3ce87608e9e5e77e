package ir.ramzineh;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks for secrets where they must never stand: every column of every table, binary ones included, and any text such
 * as a captured log or a page (invariant I5). Each value is also looked for in hex, base64 and Persian digits.
 *
 * <p>Results name the place and the number of the canary, not its value.
 */
public final class Canaries {
    private static final int LENGTH_MIN = 5;
    private final List<String> values;

    private Canaries(List<String> values) {
        this.values = values;
    }

    /** @param values at least five characters each: shorter ones stand everywhere by chance */
    public static Canaries of(String... values) {
        for (String value : values) {
            if (value.length() < LENGTH_MIN) {
                throw new IllegalArgumentException("A canary has at least " + LENGTH_MIN + " characters");
            }
        }
        return new Canaries(List.of(values));
    }

    /** Places in the database that hold one of the values, such as {@code customer.name: canary 1}; empty is good. */
    public List<String> inDatabase(JdbcClient jdbc) {
        Map<String, List<String>> tables = new TreeMap<>();
        jdbc.sql("""
                        select c.table_name as t, c.column_name as n from information_schema.columns c
                        join information_schema.tables b using (table_schema, table_name)
                        where c.table_schema = database() and b.table_type = 'BASE TABLE'
                          and (c.data_type like '%char' or c.data_type like '%text' or c.data_type like '%binary'
                               or c.data_type like '%blob' or c.data_type in ('json', 'bigint', 'decimal', 'date'))
                        """).query(row -> {
            tables.computeIfAbsent(row.getString("t"), table -> new ArrayList<>())
                    .add("`" + row.getString("n") + "`");
        });
        List<String> found = new ArrayList<>();
        tables.forEach((table, columns) -> {
            if (isSomewhereIn(jdbc, table, columns)) {
                columns.forEach(column -> found.addAll(inColumn(jdbc, table, column)));
            }
        });
        return found;
    }

    /** All values in all columns at once, which is nearly always enough; a row too long to be put together counts as one. */
    private boolean isSomewhereIn(JdbcClient jdbc, String table, List<String> columns) {
        String row = columns.stream()
                .map(column -> "cast(" + column + " as binary)")
                .collect(Collectors.joining(", ", "concat_ws(0x00, ", ")"));
        List<String> all =
                values.stream().flatMap(value -> forms(value).stream()).toList();
        String any = "whole is null" + " or locate(cast(? as binary), whole) > 0".repeat(all.size());
        return jdbc.sql("select exists (select 1 from (select %s as whole from `%s`) r where %s)"
                        .formatted(row, table, any))
                .params(all)
                .query(Boolean.class)
                .single();
    }

    private List<String> inColumn(JdbcClient jdbc, String table, String column) {
        List<String> found = new ArrayList<>();
        for (int canary = 0; canary < values.size(); canary++) {
            for (String form : forms(values.get(canary))) {
                boolean holds = jdbc.sql(
                                "select exists (select 1 from `%s` where locate(cast(? as binary), cast(%s as binary)) > 0)"
                                        .formatted(table, column))
                        .param(form)
                        .query(Boolean.class)
                        .single();
                if (holds) {
                    found.add(table + "." + column.replace("`", "") + ": canary " + (canary + 1));
                }
            }
        }
        return found.stream().distinct().toList();
    }

    /** Numbers of the canaries that stand in a text; empty is good. */
    public List<String> in(String text) {
        List<String> found = new ArrayList<>();
        for (int canary = 0; canary < values.size(); canary++) {
            if (forms(values.get(canary)).stream().anyMatch(text::contains)) {
                found.add("canary " + (canary + 1));
            }
        }
        return found;
    }

    private static Set<String> forms(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        Set<String> forms = new TreeSet<>();
        forms.add(value);
        forms.add(value.toLowerCase(java.util.Locale.ROOT));
        forms.add(HexFormat.of().formatHex(bytes));
        forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
        StringBuilder persian = new StringBuilder();
        value.chars()
                .forEach(sign -> persian.append((char) (sign >= '0' && sign <= '9' ? sign - '0' + '\u06f0' : sign)));
        forms.add(persian.toString());
        return forms;
    }
}
