package ir.ramzineh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every screen of the app in both languages, light and dark: axe-core finds nothing serious, nothing is wider than the
 * phone, and also in large print and at twice the size, and a picture of each is kept under {@code target/screenshots}.
 */
@PortalIT
class RamznaAccessibilityJourney extends RamznaOnAPhone {
    private static final String FOREIGN =
            "otpauth://totp/Example:mina?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Example&digits=8&period=30";

    private final List<String> findings = new ArrayList<>();

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"fa", "en"})
    void noScreenHasASeriousFinding(String language) {
        RamznaPages ramzna = phone().open();
        ramzna.shown("password-repeat");
        ramzna.browser.script(
                "localStorage.setItem('ramzna-preferences', JSON.stringify({language: arguments[0]}))", language);
        ramzna.open();
        ramzna.shown("password-repeat");
        look(ramzna, "first-run", language);
        ramzna.type("password", RamznaPages.PASSWORD);
        ramzna.type("password-repeat", RamznaPages.PASSWORD);
        ramzna.press("create-submit");
        ramzna.shown("welcome-go");
        look(ramzna, "welcome", language);
        ramzna.press("welcome-go");
        ramzna.awaitList();
        look(ramzna, "empty", language);
        ramzna.press("add");
        ramzna.shown("ways");
        look(ramzna, "add", language);
        for (String way : List.of("receipt", "serial", "card", "scan", "link", "move")) {
            ramzna.press("way-" + way);
            ramzna.awaitGone("ways");
            look(ramzna, "add-" + way, language);
            ramzna.back();
            ramzna.shown("ways");
        }
        ramzna.back();
        ramzna.awaitList();
        ramzna.pasteLink(FOREIGN);
        look(ramzna, "found", language);
        ramzna.addScanned();
        ramzna.code();
        look(ramzna, "code", language);
        ramzna.back();
        ramzna.awaitList();
        look(ramzna, "list", language);
        ramzna.openToken();
        ramzna.shown("token-delete");
        look(ramzna, "token", language);
        ramzna.press("token-rename");
        ramzna.shown("rename-submit");
        look(ramzna, "rename", language);
        ramzna.back();
        ramzna.press("token-delete");
        ramzna.shown("dialog-yes");
        look(ramzna, "delete", language);
        ramzna.press("dialog-no");
        ramzna.back();
        ramzna.press("settings");
        ramzna.shown("to-password");
        look(ramzna, "settings", language);
        ramzna.press("to-password");
        ramzna.shown("password-old");
        look(ramzna, "password", language);
        ramzna.back();
        ramzna.shown("to-password");
        ramzna.back();
        ramzna.press("lock");
        ramzna.shown("unlock-forgot");
        look(ramzna, "unlock", language);
        ramzna.press("unlock-forgot");
        ramzna.shown("to-wipe");
        look(ramzna, "forgot", language);
        assertThat(findings).isEmpty();
    }

    private void look(RamznaPages ramzna, String name, String language) {
        Browser browser = ramzna.browser;
        for (String scheme : List.of("light", "dark")) {
            browser.prefer(scheme);
            String picture = String.join("-", "ramzna", name, language, scheme);
            axe(browser).forEach(finding -> findings.add(picture + ": " + finding));
            browser.keepScreenshot(picture.toLowerCase(Locale.ROOT));
        }
        browser.prefer("light");
        fits(browser, name + " " + language);
        browser.script("document.documentElement.toggleAttribute('data-large', true)");
        fits(browser, name + " " + language + " in large print");
        browser.command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 195, "height", 422, "deviceScaleFactor", 4, "mobile", true));
        fits(browser, name + " " + language + " in large print at 200 %");
        browser.script("document.documentElement.toggleAttribute('data-large', false)");
        browser.show(Screen.PHONE);
    }

    private void fits(Browser browser, String name) {
        if (browser.isWiderThanTheScreen()) {
            findings.add(name + ": wider than the screen");
        }
    }

    /** The app's policy runs no script from text; the checker comes in through the developer's door. */
    private static List<String> axe(Browser browser) {
        return Axe.findings(browser.driver());
    }
}
