package ir.ramzineh.e2e;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.PasswordKind;
import java.net.URI;
import java.util.Locale;
import org.openqa.selenium.By;

/** One card: its passwords, its phones and what became of its latest codes. */
final class CardPage extends Page {
    private final URI portal;

    CardPage(Browser browser, URI portal) {
        super(browser);
        this.portal = portal;
    }

    CardPage open(CardId card) {
        driver.get(portal.resolve("/cards/" + card.value()).toString());
        return this;
    }

    CardPage awaitShown() {
        shown("verifications");
        return this;
    }

    boolean saysNotFound() {
        shown("error-not-found");
        return true;
    }

    /** How many codes of this card have had an answer, as far as the page shows. */
    int verificationsShown() {
        return all("#verifications li").size();
    }

    String verifications() {
        return text("verifications");
    }

    String password(PasswordKind kind) {
        String id = "card-password-" + kind.name().toLowerCase(Locale.ROOT);
        shown(id);
        return text(id);
    }

    /** Opens "where is my code?". */
    void whereIsMyCode() {
        press("card-codes");
        shown("codes-list");
    }

    /** Lines of "where is my code?". */
    int codesShown() {
        return all("#codes-list > li").size();
    }

    /** Presses beside the newest use of a code. */
    void itWasNotMe() {
        press(By.cssSelector("#verifications li:first-child .not-me"));
        shown("card-stopped");
    }

    /** Follows "what is stopped" to where it ends. */
    SettingsPage endTheStop(PasswordKind kind) {
        press("card-stopped-" + kind.name().toLowerCase(Locale.ROOT));
        return new SettingsPage(browser);
    }

    boolean hasPhone() {
        return !driver.findElements(By.cssSelector(".token")).isEmpty();
    }

    SettingsPage settings(PasswordKind kind) {
        press("card-password-" + kind.name().toLowerCase(Locale.ROOT) + "-settings");
        return new SettingsPage(browser);
    }
}
