package ir.ramzineh.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages are complete, and every key the code names has a text. */
class TranslationsTest {
    private static final Path FOLDER = Path.of("src/main/resources/vaadin-i18n");
    private static final Pattern USED =
            Pattern.compile("(?:getTranslation|translate|Keys\\.text|PageTitles\\.of)\\(\\s*\"([a-z0-9.-]+)\"\\s*[,)]");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(new TreeSet<>(texts("fa").stringPropertyNames()))
                .isEqualTo(new TreeSet<>(texts("en").stringPropertyNames()));
    }

    @Test
    void noKeyStandsTwiceInOneFile() throws IOException {
        for (String language : List.of("fa", "en")) {
            List<String> keys = Files.readAllLines(FOLDER.resolve("translations_" + language + ".properties")).stream()
                    .filter(line -> !line.startsWith("#") && line.contains("="))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .toList();
            assertThat(keys).as(language).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyEventOfACustomerHasWordsForTheActivityList() throws IOException {
        Pattern kind = Pattern.compile("\"((?:card|token|sign-in|credential|recovery|terms|customer)\\.[a-z-]+)\"");
        Set<String> fa = texts("fa").stringPropertyNames();
        assertThat(named(kind, source -> source.contains("AuditEvent")))
                .hasSizeGreaterThan(15)
                .allSatisfy(each -> assertThat(fa).contains("activity." + each));
    }

    @Test
    void everyEventHasWordsForTheAuditor() throws IOException {
        Set<String> fa = texts("fa").stringPropertyNames();
        // What the customer reads, less what stands in notices only.
        Set<String> ofCustomers = fa.stream()
                .filter(key -> key.matches("activity(\\.[a-z-]+){2,3}"))
                .map(key -> key.substring("activity.".length()))
                .filter(kind ->
                        !Set.of("empty.text", "card.changed", "card.settings").contains(kind))
                .collect(Collectors.toCollection(TreeSet::new));
        Pattern others =
                Pattern.compile("\"((?:access|channel|code|gateway-token|import|issuer|job|webhook)\\.[a-z-]+)\",?\\s");
        Pattern more = Pattern.compile("\"((?:helpdesk|vault)\\.[a-z]+-[a-z-]+|text-in\\.stranger)\"");
        Set<String> written = named(others, source -> source.contains("AuditEvent"));
        written.addAll(named(more, source -> true));
        assertThat(ofCustomers).hasSizeGreaterThan(100);
        assertThat(written).contains("vault.keys-added", "helpdesk.cards-listed", "webhook.added");
        assertThat(Stream.concat(ofCustomers.stream(), written.stream()))
                .allSatisfy(kind -> assertThat(fa).contains("record.event." + kind));
    }

    @Test
    void everyRecurringJobHasWordsForTheOperator() throws IOException {
        Pattern job = Pattern.compile("Tasks\\.recurring\\(\\s*\"([a-z-]+)\"");
        Set<String> told = texts("fa").stringPropertyNames().stream()
                .filter(key -> key.startsWith("office.job.of."))
                .map(key -> key.substring("office.job.of.".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named(job, source -> true)).hasSizeGreaterThan(20).isEqualTo(told);
    }

    @Test
    void everyKeyNamedInTheCodeHasAText() throws IOException {
        Set<String> fa = texts("fa").stringPropertyNames();
        assertThat(named(USED, source -> true)).isNotEmpty().allMatch(fa::contains);
    }

    @Test
    void everyTextWithArgumentsIsAWholePatternInBothLanguages() throws IOException {
        Properties fa = texts("fa");
        Properties en = texts("en");
        for (String key : fa.stringPropertyNames()) {
            if (fa.getProperty(key).contains("{0")) {
                assertThat(arguments(fa.getProperty(key), "fa"))
                        .as(key)
                        .isEqualTo(arguments(en.getProperty(key), "en"));
            }
        }
    }

    @Test
    void persianTextsUseThePersianKafAndYeh() throws IOException {
        Properties fa = texts("fa");
        assertThat(fa.stringPropertyNames())
                .allSatisfy(key -> assertThat(fa.getProperty(key))
                        .as(key)
                        .doesNotContain("ك")
                        .doesNotContain("ي"));
    }

    /** What stands in the first group of a pattern, in all of our sources that are asked. */
    private static Set<String> named(Pattern pattern, Predicate<String> asked) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                Matcher found = pattern.matcher(asked.test(source) ? source : "");
                while (found.find()) {
                    names.add(found.group(1));
                }
            }
        }
        return names;
    }

    private static int arguments(String pattern, String language) {
        return new MessageFormat(pattern, Locale.forLanguageTag(language)).getFormatsByArgumentIndex().length;
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve("translations_" + language + ".properties"))) {
            texts.load(reader);
        }
        return texts;
    }
}
