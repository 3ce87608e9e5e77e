package ir.ramzineh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/rules.md has one row for each rule, and the tests it names exist. */
class RuleTableTest {
    private static final Pattern ROW = Pattern.compile("\\| ([SD][0-9.]+) \\| (.*?) ?\\| (.*?) ?\\|");
    private static final Pattern STAFF_ROW = Pattern.compile("\\| staff ([0-9]+) \\| [^|]+ \\| ([^|]+) \\|");
    private static final Pattern NAME = Pattern.compile("`([A-Za-z0-9]+)`");

    private record Row(String rule, List<String> tests, String remark) {}

    @Test
    void everyRuleHasOneRow() throws IOException {
        List<String> rules = Files.readAllLines(Path.of("src/test/resources/rules.txt"));

        assertThat(rows()).extracting(Row::rule).containsExactlyInAnyOrderElementsOf(rules);
    }

    @Test
    void everyTestNamedExists() throws IOException {
        Set<String> classes = testClasses();

        assertThat(rows().stream().flatMap(row -> row.tests().stream()).distinct())
                .allSatisfy(name -> assertThat(classes).contains(name));
    }

    @Test
    void aRuleWithoutATestSaysWhy() throws IOException {
        assertThat(rows())
                .filteredOn(row -> row.tests().isEmpty())
                .allSatisfy(row -> assertThat(row.remark()).matches("(open|not ours): .+"));
    }

    @Test
    void everyRuleAboutStaffIsNumberedInItsOrderAndNamesTestsThatExist() throws IOException {
        Set<String> classes = testClasses();
        List<Matcher> staff = Files.readAllLines(Path.of("docs/rules.md")).stream()
                .map(STAFF_ROW::matcher)
                .filter(Matcher::matches)
                .toList();

        assertThat(staff)
                .extracting(row -> row.group(1))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 13).mapToObj(Integer::toString).toList());
        assertThat(staff)
                .allSatisfy(
                        row -> assertThat(NAME.matcher(row.group(2)).results().map(found -> found.group(1)))
                                .isNotEmpty()
                                .allSatisfy(name -> assertThat(classes).contains(name)));
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("docs/rules.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                List<String> tests = NAME.matcher(row.group(2))
                        .results()
                        .map(found -> found.group(1))
                        .toList();
                rows.add(new Row(row.group(1), tests, row.group(3)));
            }
        }
        return rows;
    }

    private static Set<String> testClasses() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
