package ir.ramzineh.ussd;

import ir.ramzineh.kernel.StartupProblem;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The words on the screens, in Persian and English. */
@Component
class UssdTexts {
    private final Properties persian = read("ussd/texts_fa.properties");
    private final Properties english = read("ussd/texts_en.properties");

    UssdTexts() {
        if (!persian.stringPropertyNames().equals(english.stringPropertyNames())) {
            throw new StartupProblem("The USSD texts do not have the same keys in Persian and English.");
        }
    }

    String of(String key, Locale locale, Map<String, String> values) {
        Properties texts = locale.getLanguage().equals("en") ? english : persian;
        String text = Objects.requireNonNull(texts.getProperty(key), key);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text;
    }

    private static Properties read(String resource) {
        Properties properties = new Properties();
        try (InputStreamReader in =
                new InputStreamReader(new ClassPathResource(resource).getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new StartupProblem("The USSD texts " + resource + " cannot be read.", e);
        }
        return properties;
    }
}
