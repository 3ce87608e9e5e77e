package ir.ramzineh.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.issuer.PinRule;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TerminalTextsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    @Test
    void bothLanguagesHaveTheSameTextsWithTheSamePlaceholders() {
        var persian = TerminalTexts.read("terminal/texts_fa.properties");
        var english = TerminalTexts.read("terminal/texts_en.properties");
        assertThat(persian).containsOnlyKeys(english.keySet());
        persian.forEach((key, text) ->
                assertThat(placeholders(text)).as(key).isEqualTo(placeholders(english.getOrDefault(key, ""))));
    }

    @Test
    void S7_4_everyReasonOfAWeakPinHasWords() {
        TerminalTexts texts = new TerminalTexts();
        for (PinRule.Broken broken : PinRule.Broken.values()) {
            assertThat(texts.get(Locale.of("fa"), "again.pin." + broken, "length", "8"))
                    .isNotBlank();
        }
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }
}
