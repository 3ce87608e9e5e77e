package ir.ramzineh.branchconsole.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import ir.ramzineh.gatewaytoken.GatewayReason;
import ir.ramzineh.gatewaytoken.GatewayToken;
import ir.ramzineh.gatewaytoken.GatewayTokenId;
import ir.ramzineh.gatewaytoken.GatewayTokenState;
import ir.ramzineh.gatewaytoken.LinkScope;
import ir.ramzineh.gatewaytoken.RecentGatewayCode;
import ir.ramzineh.gatewaytoken.StockProposal.RowError;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.staff.DeskReason;
import ir.ramzineh.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a member of staff reads of an account token, and before something is taken away from it. */
@ViewPackages(packages = "ir.ramzineh.ui")
class TokenPartsViewTest extends BrowserlessTest {
    private static final Instant NOW = Instant.parse("2026-03-21T08:00:00Z");
    private static final GatewayTokenId TOKEN = new GatewayTokenId(7);
    private static final Locale FA = Locale.of("fa");

    @BeforeEach
    void inPersian() {
        UI.getCurrent().setLocale(FA);
    }

    @Test
    void theErrorOfThePhonesClockStandsWithTheToken() {
        assertThat(words(new TokenFacts(token(GatewayTokenState.ACTIVE, 240)))).contains("ساعت گوشی", "جلو");
        assertThat(words(new TokenFacts(token(GatewayTokenState.ACTIVE, -120)))).contains("ساعت گوشی", "عقب");
        assertThat(words(new TokenFacts(token(GatewayTokenState.ACTIVE, 0)))).contains("ساعت گوشی: درست");
        assertThat(words(new TokenFacts(token(GatewayTokenState.ISSUED, 0))))
                .as("no code yet")
                .doesNotContain("ساعت گوشی");
    }

    @Test
    void everyReasonIsSaidInWordsAndTheNewestFiveAreShown() {
        Texts texts = Texts.of(FA);
        for (GatewayReason reason : GatewayReason.values()) {
            Component codes = TokenCodes.of("codes", "gateway.codes", List.of(code(TOKEN, reason, 0)), TOKEN)
                    .orElseThrow();
            assertThat(words(codes)).contains(texts.get(reason.key()), texts.get("activity-detail.scope.account"));
        }
        List<RecentGatewayCode> seven = IntStream.range(0, 7)
                .mapToObj(n -> code(TOKEN, n == 5 ? GatewayReason.EXPIRED : GatewayReason.WRONG_CODE, n))
                .toList();
        String shown =
                words(TokenCodes.of("codes", "gateway.codes", seven, TOKEN).orElseThrow());
        assertThat(shown.split(texts.get(GatewayReason.WRONG_CODE.key()), -1)).hasSize(1 + 5);
        assertThat(shown).as("the sixth").doesNotContain(texts.get(GatewayReason.EXPIRED.key()));
    }

    @Test
    void codesStandBelowTheirOwnTokenAndThoseOfNoneApart() {
        List<RecentGatewayCode> recent =
                List.of(code(null, GatewayReason.NOT_LINKED, 0), code(TOKEN, GatewayReason.ACCEPTED, 1));
        Texts texts = Texts.of(FA);
        assertThat(words(TokenCodes.of("codes", "gateway.codes", recent, TOKEN).orElseThrow()))
                .contains(texts.get(GatewayReason.ACCEPTED.key()))
                .doesNotContain(texts.get(GatewayReason.NOT_LINKED.key()));
        assertThat(words(TokenCodes.of("codes", "gateway.codes", recent, null).orElseThrow()))
                .contains(texts.get(GatewayReason.NOT_LINKED.key()));
        assertThat(TokenCodes.of("codes", "gateway.codes", recent, new GatewayTokenId(8)))
                .isEmpty();
    }

    @Test
    void whatHappensAndWhatRemainsIsReadBeforeItIsDone() {
        List<DeskReason> done = new ArrayList<>();
        ReasonedDeed deed = new ReasonedDeed("deed", "revoke", List.of("it ends", "the rest stays"), done::add);
        UI.getCurrent().add(deed);
        assertThat(words(deed)).doesNotContain("it ends");
        find(Button.class, deed).withId("deed").single().click();
        assertThat(words(deed)).contains("it ends", "the rest stays");
        assertThat(done).isEmpty();
        Button confirm = find(Button.class, deed).withId("deed-confirm").single();
        assertThat(confirm.getElement().getAttribute("aria-describedby")).isEqualTo("deed-beforehand");
        confirm.click();
        assertThat(done).containsExactly(new DeskReason(DeskReason.Kind.AT_COUNTER));
    }

    @Test
    void ofManyWrongRowsTwentyAreNamedAndTheOthersCounted() {
        List<RowError> wrong = IntStream.rangeClosed(1, 25)
                .mapToObj(row -> new RowError(row, "gateway.error.serial"))
                .toList();
        assertThat(words(new WrongRows(wrong)))
                .contains("ردیف ۱:", "ردیف ۲۰:", "و ۵ ردیف دیگر")
                .doesNotContain("ردیف ۲۱:");
        assertThat(words(new WrongRows(wrong.subList(0, 2))))
                .contains("ردیف ۱:", "ردیف ۲:")
                .doesNotContain("دیگر");
    }

    private static RecentGatewayCode code(@Nullable GatewayTokenId token, GatewayReason reason, int secondsAgo) {
        return new RecentGatewayCode(token, NOW.minus(Duration.ofSeconds(secondsAgo)), LinkScope.ACCOUNT, reason);
    }

    private static GatewayToken token(GatewayTokenState state, int driftSeconds) {
        return new GatewayToken(
                TOKEN,
                "1234",
                "00123",
                state,
                new CustomerId(5),
                "Pixel 9",
                NOW,
                NOW,
                null,
                false,
                NOW,
                NOW,
                null,
                driftSeconds,
                List.of());
    }

    private static String words(Component component) {
        return component.getElement().getTextRecursively();
    }
}
