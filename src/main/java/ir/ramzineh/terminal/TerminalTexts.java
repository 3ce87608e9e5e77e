package ir.ramzineh.terminal;

import ir.ramzineh.kernel.StartupProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The portal's own words on screens and receipts of ATMs, in Persian and English, beside the words of each bank. */
@Component
class TerminalTexts {
    private final Map<String, String> persian = read("terminal/texts_fa.properties");
    private final Map<String, String> english = read("terminal/texts_en.properties");

    TerminalTexts() {
        if (!persian.keySet().equals(english.keySet())) {
            throw new StartupProblem("The texts of terminals exist in one language only.");
        }
    }

    /** @param values names and values of the placeholders, one after the other */
    String get(Locale language, String key, String... values) {
        String text = (language.getLanguage().equals("en") ? english : persian).get(key);
        if (text == null) {
            throw new IllegalArgumentException("There is no terminal text " + key);
        }
        for (int i = 0; i < values.length; i += 2) {
            text = text.replace("{" + values[i] + "}", values[i + 1]);
        }
        return text;
    }

    static Map<String, String> read(String resource) {
        Properties properties = new Properties();
        try (InputStream in = new ClassPathResource(resource).getInputStream()) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new StartupProblem("The texts of terminals " + resource + " cannot be read.", e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
    }
}
