package ir.ramzineh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestPhone;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.trial.DemonstrationPeople;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every main screen in both languages, light and dark: axe-core finds nothing serious on the phone, nothing is wider
 * than the screen, and a picture of each is kept under {@code target/screenshots}.
 */
@PortalIT
class AccessibilityJourney extends PortalJourney {
    private static final String MELLI = "603799";
    private static final String MEHR_IRAN = "606373";
    private static final List<String> SCHEMES = List.of("light", "dark");

    private final List<String> findings = new ArrayList<>();

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"fa", "en"})
    void noMainScreenHasASeriousFinding(String language) {
        Browser browser = Browser.fresh(Screen.PHONE);
        PublicPages entry = new PublicPages(browser, portal()).entry(Locale.of(language));
        look(browser, language, "sign-in", "/sign-in");
        look(browser, language, "sign-up", "/sign-up");
        look(browser, language, "recovery", "/recovery");
        look(browser, language, "terms", "/terms");
        look(browser, language, "help", "/help");

        Registered who = registered(DemonstrationPeople.PARSA);
        CardNumber card = who.person().cardOf(MELLI);
        TestPhone phone = activated(who.customer(), card);
        clock.advance(NEXT_CODE);
        cardSwitch().ask(card, phone.code(clock.instant()));
        cardSwitch().ask(card, phone.code(clock.instant()));
        clock.reset();
        browser.show(Screen.PHONE);
        entry.entry(Locale.of(language));
        SimulatedPhone messages = new SimulatedPhone(inbox, who.person().mobile());
        // The pictures on the way may take longer than a code lives.
        clock.whileHeld(() -> {
            entry.giveCredentials(who.userName(), ir.ramzineh.PeopleFixtures.PASSWORD);
            entry.awaitCodePage();
            lookAt(browser, language, "sign-in-code");
            browser.show(Screen.PHONE);
            entry.giveCode(messages.webCode());
            new HomePage(browser, portal()).awaitShown();
        });

        CardId id = card(who.customer(), card).id();
        for (Map.Entry<String, String> page : pages(id).entrySet()) {
            look(browser, language, page.getKey(), page.getValue());
        }
        lookAtTheQrCode(browser, language, who);
        assertThat(findings).isEmpty();
    }

    private static Map<String, String> pages(CardId card) {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("home", "/");
        pages.put("cards", "/cards");
        pages.put("card", "/cards/" + card.value());
        pages.put("settings", "/cards/" + card.value() + "/second");
        pages.put("activate-card", "/activate");
        pages.put("activate-password", "/activate/" + card.value());
        pages.put("activate-way", "/activate/" + card.value() + "/second");
        pages.put("activity", "/activity");
        pages.put("devices", "/devices");
        pages.put("security", "/security");
        pages.put("not-found", "/cards/1");
        return pages;
    }

    private void lookAtTheQrCode(Browser browser, String language, Registered who) {
        browser.show(Screen.PHONE);
        ActivationPages activation = new ActivationPages(browser, portal()).open();
        activation.chooseCard(who.person().cardOf(MEHR_IRAN));
        activation.choosePassword(PasswordKind.SECOND);
        activation.chooseWay(ActivationWay.QR);
        // Before the pictures: the QR code is on the screen for a while only.
        byte[] photograph = activation.photographQr();
        lookAt(browser, language, "activate-qr");
        browser.show(Screen.PHONE);
        TestPhone phone = new TestPhone(portal());
        phone.scan(QrReading.of(photograph));
        phone.reportScan();
        activation.awaitPhoneNoticed();
        activation.prove(phone.code(clock.instant()));
        activation.success();
        lookAt(browser, language, "activate-done");
    }

    private void look(Browser browser, String language, String name, String path) {
        browser.show(Screen.PHONE);
        browser.driver().get(portal().resolve(path).toString());
        lookAt(browser, language, name);
    }

    private void lookAt(Browser browser, String language, String name) {
        browser.awaitQuiet();
        for (Screen screen : Screen.values()) {
            browser.show(screen);
            for (String scheme : SCHEMES) {
                browser.prefer(scheme);
                String picture = String.join("-", name, language, screen.name().toLowerCase(Locale.ROOT), scheme);
                if (screen == Screen.PHONE) {
                    Axe.findings(browser.driver()).forEach(finding -> findings.add(picture + ": " + finding));
                }
                browser.keepWholePage(picture);
            }
            if (browser.isWiderThanTheScreen()) {
                findings.add(name + " " + language + " " + screen + ": wider than the screen");
            }
        }
        browser.prefer("light");
    }
}
