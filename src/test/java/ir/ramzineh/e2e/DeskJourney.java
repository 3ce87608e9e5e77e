package ir.ramzineh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestPhone;
import ir.ramzineh.fraudcase.FraudCases;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.trial.DemonstrationPeople;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The owner at the switchboard: types, hours, undo, "where is my code?" and "it was not me" (S5.5 to S5.7, 3.2 A to D). */
@PortalIT
class DeskJourney extends PortalJourney {
    private static final String MELLI = "603799";

    @Autowired
    private FraudCases cases;

    private final List<String> findings = new ArrayList<>();

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"fa, PHONE", "en, DESKTOP"})
    void theOwnerSetsUndoesLooksAndStops(String language, Screen screen) {
        Registered who = registered(DemonstrationPeople.SHIRIN);
        CardNumber number = who.person().cardOf(MELLI);
        TestPhone phone = activated(who.customer(), number);
        CardId card = card(who.customer(), number).id();
        CardSwitch cardSwitch = cardSwitch();
        Browser browser = Browser.fresh(screen);
        signIn(browser, who, Locale.of(language));
        CardPage cardPage = new CardPage(browser, portal()).open(card).awaitShown();
        SettingsPage settings = cardPage.settings(PasswordKind.SECOND);

        assertThat(settings.switchType("purchase")).isNotBlank();
        clock.advance(NEXT_CODE);
        assertThat(cardSwitch.ask(number, phone.code(clock.instant())))
                .as("purchases are off")
                .isEqualTo("REFUSED");
        look(browser, language, screen, "desk-settings");
        settings.undo();
        clock.advance(NEXT_CODE);
        assertThat(cardSwitch.ask(number, phone.code(clock.instant())))
                .as("undone")
                .isEqualTo("ACCEPTED");

        cardPage.open(card).awaitShown();
        look(browser, language, screen, "desk-card");
        cardPage.whereIsMyCode();
        assertThat(cardPage.codesShown()).isPositive();
        look(browser, language, screen, "desk-codes");

        cardPage.open(card).awaitShown();
        cardPage.itWasNotMe();
        look(browser, language, screen, "desk-stopped");
        clock.advance(NEXT_CODE);
        assertThat(cardSwitch.ask(number, phone.code(clock.instant())))
                .as("stopped")
                .isEqualTo("REFUSED");
        assertThat(cases.of(who.customer().id(), card, 5)).hasSize(1);

        cardPage.endTheStop(PasswordKind.FIRST).endFreeze();
        cardPage.open(card).awaitShown();
        cardPage.endTheStop(PasswordKind.SECOND).endFreeze();
        clock.advance(NEXT_CODE);
        assertThat(cardSwitch.ask(number, phone.code(clock.instant())))
                .as("the owner is sure again")
                .isEqualTo("ACCEPTED");
        assertThat(findings).isEmpty();
    }

    private void look(Browser browser, String language, Screen screen, String name) {
        browser.awaitQuiet();
        for (String scheme : List.of("light", "dark")) {
            browser.prefer(scheme);
            String picture = String.join("-", name, language, screen.name().toLowerCase(Locale.ROOT), scheme);
            Axe.findings(browser.driver()).forEach(finding -> findings.add(picture + ": " + finding));
            browser.keepWholePage(picture);
        }
        if (browser.isWiderThanTheScreen()) {
            findings.add(name + " " + language + ": wider than the screen");
        }
        browser.prefer("light");
        browser.show(screen);
    }
}
