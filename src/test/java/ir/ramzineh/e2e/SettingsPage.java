package ir.ramzineh.e2e;

import ir.ramzineh.kernel.Digits;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** How the codes of one password behave; every change is explained and confirmed before it is made. */
final class SettingsPage extends Page {
    private static final String DIALOG = "settings-confirm";

    SettingsPage(Browser browser) {
        super(browser);
    }

    /** Freezes, or ends a freeze; returns what the portal said would happen. */
    String freezeOrUnfreeze() {
        String before = buttonOfFreeze();
        press("settings-freeze");
        String explanation = confirm();
        until(driver -> !driver.findElement(By.id("settings-freeze")).getText().equals(before));
        return explanation;
    }

    /** Ends a freeze of a password that may have nothing else to set. */
    String endFreeze() {
        press("settings-freeze");
        return confirm();
    }

    String buttonOfFreeze() {
        shown("settings-freeze");
        return text("settings-freeze");
    }

    /** Caps the amount, in rial; empty takes the cap away. */
    String cap(String rial) {
        type("settings-cap", rial);
        press("settings-cap-save");
        return confirm();
    }

    String capShown() {
        WebElement input = until(driver -> driver.findElement(By.cssSelector("#settings-cap input")));
        return Digits.toLatin(String.valueOf(input.getDomProperty("value"))).replaceAll("[^0-9]", "");
    }

    /** Chooses the life of a code by its place in the list, the shortest being the first. */
    String life(int place) {
        tick(By.cssSelector("#settings-life vaadin-radio-button:nth-of-type(" + place + ") input"));
        press("settings-life-save");
        return confirm();
    }

    /** Turns one type of transactions on or off. */
    String switchType(String type) {
        until(driver -> {
            WebElement box = driver.findElement(By.cssSelector("#settings-type-" + type + " input"));
            browser.script("arguments[0].click()", box);
            return true;
        });
        browser.awaitQuiet();
        press("settings-types-save");
        return confirm();
    }

    /** Takes the latest change back; then there is none to take back. */
    void undo() {
        press("settings-undo");
        awaitGone("settings-undo");
    }

    String switchOff() {
        press("settings-switch-off");
        String explanation = confirm();
        shown("settings-activate");
        return explanation;
    }

    private String confirm() {
        String explanation = until(driver -> {
            String text = driver.findElement(By.id(DIALOG)).getText();
            return text.isBlank() ? null : text;
        });
        press(DIALOG + "-confirm");
        awaitGone(DIALOG);
        browser.awaitQuiet();
        return explanation;
    }
}
