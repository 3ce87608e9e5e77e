package ir.ramzineh.ramzna;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The app's texts: the same keys and values in both languages, none missing, none too many. */
class RamznaTextsTest {
    private static final String APP = "META-INF/resources/ramzna/";
    private static final Pattern TEXT = Pattern.compile("^ {4}'?([\\w.-]+)'?: '(.*)',$", Pattern.MULTILINE);
    private static final Pattern VALUE = Pattern.compile("\\{\\w+}");
    private static final Pattern USED = Pattern.compile("\\bt\\('([\\w.-]*[\\w])'");
    private static final Pattern NAME_OF_AN_ERROR = Pattern.compile("'([a-z0-9-]+)'");

    @Test
    void bothLanguagesHaveTheSameKeysWithTheSameValuesInThem() throws IOException {
        Map<String, String> persian = texts("fa");
        Map<String, String> english = texts("en");
        assertThat(english.keySet()).isEqualTo(persian.keySet()).hasSizeGreaterThan(200);
        persian.forEach(
                (key, text) -> assertThat(values(english.get(key))).as(key).isEqualTo(values(text)));
    }

    @Test
    void everyKeyThatAScreenNamesHasAText() throws IOException {
        TreeSet<String> used = new TreeSet<>();
        for (Resource script :
                new PathMatchingResourcePatternResolver().getResources("classpath*:" + APP + "ui/*.js")) {
            USED.matcher(script.getContentAsString(StandardCharsets.UTF_8))
                    .results()
                    .forEach(found -> used.add(found.group(1)));
        }
        assertThat(texts("fa").keySet()).containsAll(used);
        assertThat(used).contains("list.empty", "first.no-recovery");
    }

    @Test
    void everyErrorHasAText() throws IOException {
        String errors = new PathMatchingResourcePatternResolver()
                .getResource("classpath:" + APP + "core/errors.js")
                .getContentAsString(StandardCharsets.UTF_8);
        TreeSet<String> keys = new TreeSet<>();
        NAME_OF_AN_ERROR
                .matcher(errors.substring(errors.indexOf("@typedef {"), errors.indexOf("} ErrorCode")))
                .results()
                .forEach(found -> keys.add("error." + found.group(1)));
        assertThat(texts("fa").keySet()).containsAll(keys);
        assertThat(keys).contains("error.offline", "error.no-argon2", "error.held");
    }

    @Test
    void S10_8_S10_26_theBanksOwnSentencesStandAsTheyAre() throws IOException {
        assertThat(texts("fa"))
                .containsEntry("list.empty", "توکن ثبت شده ای برای شما یافت نشد")
                .containsEntry(
                        "first.no-recovery", "در صورت فراموشی رمز ورود به رمزنا، امکان بازیابی رمز ورود وجود ندارد.")
                .containsEntry("section.card", "رمز دوم کارت")
                .containsEntry("section.account", "حساب/درگاه");
    }

    private static Map<String, String> texts(String language) throws IOException {
        String script = new PathMatchingResourcePatternResolver()
                .getResource("classpath:" + APP + "texts/" + language + ".js")
                .getContentAsString(StandardCharsets.UTF_8);
        Map<String, String> texts = new TreeMap<>();
        TEXT.matcher(script).results().forEach(text -> texts.put(text.group(1), text.group(2)));
        return texts;
    }

    private static TreeSet<String> values(String text) {
        TreeSet<String> values = new TreeSet<>();
        VALUE.matcher(text).results().forEach(value -> values.add(value.group()));
        return values;
    }
}
