package ir.ramzineh.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        Set<String> kinds = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                Matcher found = kind.matcher(source.contains("AuditEvent") ? source : "");
                while (found.find()) {
                    kinds.add("activity." + found.group(1));
                }
            }
        }
        assertThat(kinds).hasSizeGreaterThan(15).allMatch(fa::contains);
    }

    @Test
    void everyKeyNamedInTheCodeHasAText() throws IOException {
        Properties fa = texts("fa");
        List<String> missing = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher used = USED.matcher(Files.readString(file));
                while (used.find()) {
                    if (fa.getProperty(used.group(1)) == null) {
                        missing.add(file.getFileName() + ": " + used.group(1));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
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
