package ir.ramzineh.gatewaytoken;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.ui.Texts;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Why a code was refused can be said in both languages: at the desk, and in the customer's list of events. */
class GatewayReasonTest {
    @ParameterizedTest
    @EnumSource
    void everyReasonHasWordsForTheDeskAndEveryRefusalForTheCustomer(GatewayReason reason) {
        for (String language : new String[] {"fa", "en"}) {
            Texts texts = Texts.of(Locale.of(language));
            assertThat(texts.has(reason.key()))
                    .as("%s in %s", reason.key(), language)
                    .isTrue();
            assertThat(texts.has("activity-detail.reason." + reason) || reason == GatewayReason.ACCEPTED)
                    .as("%s in %s", reason, language)
                    .isTrue();
        }
    }
}
