package ir.ramzineh.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts in words, compared with ICU. */
class TomanWordsTest {
    @ParameterizedTest
    @ValueSource(
            longs = {0, 1, 10, 15, 20, 21, 99, 100, 101, 110, 430_000, 1_000, 1_001, 250_500, 1_000_000, 433_012_345L})
    void theWordsAreThoseOfThePersianLanguage(long number) {
        String icu =
                new RuleBasedNumberFormat(ULocale.forLanguageTag("fa"), RuleBasedNumberFormat.SPELLOUT).format(number);
        assertThat(TomanWords.of(number)).isEqualTo(icu);
    }
}
