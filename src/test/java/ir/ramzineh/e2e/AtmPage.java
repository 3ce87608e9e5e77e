package ir.ramzineh.e2e;

import ir.ramzineh.kernel.CardNumber;
import java.net.URI;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The simulated ATM, as a customer uses it. */
final class AtmPage extends Page {
    private final URI portal;

    AtmPage(Browser browser, URI portal) {
        super(browser);
        this.portal = portal;
    }

    /** Puts the card in and types the first password, of which the simulated switch takes any. */
    AtmPage insert(CardNumber card) {
        driver.get(portal.resolve("/simulator/atm").toString());
        shown("atm-card");
        type("atm-card", card.digits());
        act("atm-insert");
        shown("atm-display");
        keys("1234");
        return this;
    }

    /** Types on the keypad and confirms. */
    AtmPage keys(String digits) {
        for (char digit : digits.toCharArray()) {
            press("atm-key-" + digit);
        }
        until(driver -> text("atm-display").replaceAll("\\s", "").length() == digits.length());
        act("atm-key-ok");
        return this;
    }

    /** Goes down the menu, entry by entry. */
    AtmPage choose(String... entries) {
        for (String entry : entries) {
            act("atm-option-" + entry);
        }
        return this;
    }

    AtmPage yes() {
        act("atm-yes");
        return this;
    }

    String question() {
        return text("atm-text");
    }

    String result() {
        return text("atm-result");
    }

    String receipt() {
        return text("atm-receipt");
    }

    String receiptCode() {
        return text("atm-receipt-code");
    }

    List<String> offered() {
        shown("atm-eject");
        return all(".atm-option-label").stream()
                .map(label -> label.getText().strip())
                .toList();
    }

    boolean printed() {
        return !driver.findElements(By.id("atm-receipt-code")).isEmpty();
    }

    @Override
    WebDriverWait patience() {
        return browser.awaitClosely();
    }

    private void act(String id) {
        press(id);
        browser.awaitQuiet();
    }
}
