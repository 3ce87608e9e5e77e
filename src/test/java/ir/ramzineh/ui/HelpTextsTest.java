package ir.ramzineh.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the help page must say in Persian (S0.8 to S0.11, D1). */
class HelpTextsTest {
    private final Texts texts = Texts.of(Locale.of("fa"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            help.beware.1 | به هیچ عنوان نیازی به دادن اطلاعات کارت | S0.8
            help.beware.2 | اپلیکیشن فعالسازی رمز دوم               | S0.9
            help.uses.why | ۲۰ تا ۲۵ هزار پروند                    | S0.11
            """)
    void theHelpPageWarns(String key, String words, String rule) {
        assertThat(texts.get(key)).as(rule).contains(words);
    }

    @Test
    void S0_10_theHelpPageListsTheSixUses() {
        assertThat(List.of(1, 2, 3, 4, 5, 6))
                .allSatisfy(use -> assertThat(texts.get("help.uses." + use)).isNotBlank());
    }
}
