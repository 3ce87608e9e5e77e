package ir.ramzineh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortalSecurityWelcomeTest {
    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/cards/17?continue, /cards/17",
        "https://attacker.example/cards/17, /cards/17",
        "/cards/17?tab=limits, /cards/17?tab=limits",
        "/, /"
    })
    void aSignInLeadsToThePageThatWasAskedForOnThisHostOnly(String asked, String shown) {
        assertThat(PortalSecurityWelcome.local(asked)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://portal//attacker.example/x",
                "https://portal/\\attacker.example",
                "javascript:alert(1)",
                "/sign-in/code",
                "/sign-in?error",
                "/sign-out",
                "not a url"
            })
    void whatIsNoPageOfThePortalIsForgotten(String asked) {
        assertThat(PortalSecurityWelcome.local(asked)).isNull();
    }
}
