package ir.ramzineh.sms;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.sms.SmsTimeline.Entry;
import ir.ramzineh.ui.SmsNames;
import ir.ramzineh.ui.Texts;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each message that the portal sends has a name in the timelines of the helpdesk and of the customer. */
class SmsNamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void everyTemplateHasAName(String language) throws IOException {
        Texts texts = Texts.of(Locale.of(language));
        Set<String> templates = keys("/sms/templates_" + language + ".properties");
        assertThat(templates).hasSizeGreaterThan(50);
        assertThat(templates)
                .allSatisfy(template -> assertThat(SmsNames.of(texts, Entry.kinds(template)))
                        .as(template)
                        .isNotEqualTo(texts.get("sms-name.other")));
        assertThat(SmsNames.of(texts, Entry.kinds("unheard.of"))).isEqualTo(texts.get("sms-name.other"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void noNameIsLeftOverFromATemplateThatIsGone(String language) throws IOException {
        List<String> kinds = keys("/sms/templates_" + language + ".properties").stream()
                .flatMap(template -> Entry.kinds(template).stream())
                .toList();
        assertThat(keys("/vaadin-i18n/translations_" + language + ".properties"))
                .filteredOn(key -> key.startsWith("sms-name.") && !key.equals("sms-name.other"))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(kinds).contains(key.substring("sms-name.".length())));
    }

    private static Set<String> keys(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader =
                new InputStreamReader(SmsNamesTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts.stringPropertyNames();
    }
}
