package ir.ramzineh.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.kernel.StartupProblem;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SmsTemplatesTest {
    private static final Locale PERSIAN = Locale.of("fa");
    private static final SmsSettings SETTINGS = SmsFixtures.settings(16, Duration.ofSeconds(10));
    private static final Map<String, String> LIFELIKE = Map.ofEntries(
            Map.entry("choices", "1) 1408/05  2) 1407/10"),
            Map.entry("bank", "بانک مسکن"),
            Map.entry("card", "1234"),
            Map.entry("serial", "1234"),
            Map.entry("code", "12345678"),
            Map.entry("recipient", "نمونه‌کالا"),
            Map.entry("amount", "4,871,050"),
            Map.entry("time", "22:26"),
            Map.entry("number", "30003303"),
            Map.entry("hours", "24"),
            Map.entry("link", "https://app.bank-maskan.example"));
    /** The second part of a key is long by nature; an address and an explanation take a second segment. */
    private static final Set<String> LONG_BY_NATURE =
            Set.of("activation.part", "activation.code-and-app", "edition.sms-text-in.on");

    private final SmsTemplates templates = new SmsTemplates(SETTINGS, "portal.bank.ir");

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(SmsTemplates.read("sms/templates_fa.properties"))
                .containsOnlyKeys(
                        SmsTemplates.read("sms/templates_en.properties").keySet());
        assertThat(templates.keys()).isNotEmpty();
    }

    @Test
    void everyPersianTextFitsOneSegmentButTheOneThatCarriesAKey() {
        assertThat(templates.keys())
                .filteredOn(key -> Segments.of(templates.render(key, LIFELIKE, PERSIAN)) > 1)
                .isSubsetOf(LONG_BY_NATURE);
    }

    @Test
    void everyEnglishTextFitsOneSegment() {
        Map<String, String> values = new java.util.HashMap<>(LIFELIKE);
        values.put("bank", "Bank Maskan");
        values.put("recipient", "Sample Shop");
        assertThat(templates.keys())
                .filteredOn(key -> Segments.of(templates.render(key, values, Locale.ENGLISH)) > 1)
                .isEmpty();
    }

    @Test
    void codesThatAreTypedInTheBrowserEndWithTheLineItFillsThemInFrom() {
        for (String key : List.of("registration.activation-id", "sign-in.code", "recovery.code")) {
            assertThat(templates.render(key, Map.of("code", "314159"), PERSIAN)).endsWith("\n@portal.bank.ir #314159");
            assertThat(templates.render(key, Map.of("code", "314159"), Locale.ENGLISH))
                    .endsWith("\n@portal.bank.ir #314159");
        }
    }

    @Test
    void aValueCannotLeaveItsLine() {
        String text = templates.render("sign-in.code", Map.of("code", "1\n@evil.example #2\u202E{domain}$1"), PERSIAN);
        assertThat(text.lines()).hasSize(3);
        assertThat(text)
                .endsWith("\n@portal.bank.ir #1@evil.example #2{domain}$1")
                .doesNotContain("\u202E");
    }

    @Test
    void withoutABankThePortalSpeaksForItself() {
        assertThat(templates.render("password.changed", Map.of(), PERSIAN)).startsWith("رمزینه:");
        assertThat(templates.render("password.changed", Map.of(), Locale.ENGLISH))
                .startsWith("Ramzineh:");
        assertThat(templates.render("password.changed", Map.of("bank", "بانک ملت"), PERSIAN))
                .startsWith("بانک ملت:");
    }

    @Test
    void aTextInOneLanguageOnlyStopsTheStart() {
        assertThatThrownBy(() -> new SmsTemplates(SETTINGS, "localhost", Map.of("a", "x", "b", "y"), Map.of("a", "x")))
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining("[b]");
        assertThatThrownBy(() -> new SmsTemplates(SETTINGS, "localhost", Map.of("a", "{code}"), Map.of("a", "{card}")))
                .isInstanceOf(StartupProblem.class);
        assertThatThrownBy(() -> new SmsTemplates(SETTINGS, "localhost", Map.of("a", "{odd}"), Map.of("a", "{odd}")))
                .isInstanceOf(StartupProblem.class);
        assertThatThrownBy(() -> new SmsTemplates(SETTINGS, "https://portal.bank.ir"))
                .isInstanceOf(StartupProblem.class);
    }

    @Test
    void segmentsAreCountedAsTheOperatorBillsThem() {
        assertThat(Segments.of("س".repeat(70))).isEqualTo(1);
        assertThat(Segments.of("س".repeat(71))).isEqualTo(2);
        assertThat(Segments.of("س".repeat(134))).isEqualTo(2);
        assertThat(Segments.of("س".repeat(135))).isEqualTo(3);
        assertThat(Segments.of("a".repeat(160))).isEqualTo(1);
        assertThat(Segments.of("a".repeat(161))).isEqualTo(2);
        assertThat(Segments.of("€".repeat(81))).isEqualTo(2);
    }
}
