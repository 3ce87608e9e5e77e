package ir.ramzineh.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.NationalId;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialRulesTest {
    private static final NationalId PERSON = new NationalId("0012345679");
    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Parsa1, -",
                "parsa.N_1-x, -",
                "Pars1, rule.user-name.length",
                "AbcdefghijAbcdefghijAbcdefghijAbc, rule.user-name.length",
                "parsa123, rule.user-name.upper",
                "PARSA123, rule.user-name.lower",
                "Parsa 123, rule.user-name.characters",
                "Pärsa123, rule.user-name.characters",
                "Parsa۱۲۳, rule.user-name.characters",
                "پارسا123Ab, rule.user-name.characters"
            })
    void S1_7_aUserNameHasUpperAndLowerEnglishLettersAndAFewSigns(String typed, @Nullable String broken) {
        assertThat(keys(UserNameRules.check(typed)))
                .containsExactlyElementsOf(broken == null ? List.of() : List.of(broken));
        if (broken != null) {
            assertThatThrownBy(() -> new UserName(typed))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessage(broken);
        }
    }

    @Test
    void S1_7_twoNamesThatDifferOnlyInCaseAreTheSameName() {
        assertThat(new UserName("Parsa.N").canonical()).isEqualTo(new UserName("pARSA.n").canonical());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Abri-Baran-51, -, -",
                "Kuh-9z, rule.password.length, -",
                "abri-baran-51, rule.password.upper, -",
                "ABRI-BARAN-51, rule.password.lower, -",
                "Abri0012345679x, rule.password.national-id, 0012345679",
                "Abri۰۰۱۲۳۴۵۶۷۹x, rule.password.national-id, ۰۰۱۲۳۴۵۶۷۹",
                "Abri٠٠١٢٣٤٥٦٧٩x, rule.password.national-id, ٠٠١٢٣٤٥٦٧٩",
                "Abri００１２３４５６７９x, rule.password.national-id, 0012345679",
                "Ａbri001-2345-67-9x, rule.password.national-id, 001-2345-67-9",
                "Abri001-234567-9x, rule.password.national-id, 001-234567-9",
                "Abri12345679x, rule.password.national-id, 12345679",
                "Abri-xSEYe-51, rule.password.user-name, SEYe",
                "Abri-xSEY-51, -, -",
                "P@ssw0rd1, rule.password.common, P@ssw0rd",
                "Esteghlal12, rule.password.common, Esteghlal",
                "Qwertyuiop, rule.password.common, Qwertyuiop",
                "Reza1368, rule.password.common, Reza1368"
            })
    void S1_8_to_S1_10_eachRuleNamesThePartThatBreaksIt(
            String password, @Nullable String broken, @Nullable String part) {
        List<RuleCheck> failed = rules.check(password, "Seyed.X9", PERSON).stream()
                .filter(check -> !check.met())
                .toList();
        assertThat(failed)
                .extracting(RuleCheck::key)
                .containsExactlyElementsOf(broken == null ? List.of() : List.of(broken));
        if (broken != null) {
            assertThat(failed.getFirst().offendingPart()).isEqualTo(part);
        }
    }

    @Property(tries = 300)
    void D5_fourCharactersOfTheUserNameInARowAreAlwaysFoundWhateverTheirCase(
            @ForAll @AlphaChars @StringLength(min = 6, max = 32) String userName,
            @ForAll @AlphaChars @StringLength(max = 20) String before,
            @ForAll @AlphaChars @StringLength(max = 20) String after) {
        String run = userName.substring(1, 5).toUpperCase(Locale.ROOT);
        assertThat(keys(rules.check(before + run + after, userName, PERSON))).contains("rule.password.user-name");
    }

    @Test
    void neitherChecksNorPasswordsPrintWhatWasTyped() {
        assertThat(rules.check("Secret0012345679", "Secret.X", PERSON).toString())
                .doesNotContain("0012345679", "Secret");
        assertThat(new Password("Abri-Baran-51").toString()).doesNotContain("Abri");
        assertThat(new DeviceKey("abc").toString()).doesNotContain("abc");
        assertThat(new WeakPasswordException(rules.check("x", "y", PERSON))).hasMessageNotContaining("x1");
    }

    private static List<String> keys(List<RuleCheck> checks) {
        return checks.stream().filter(check -> !check.met()).map(RuleCheck::key).toList();
    }
}
