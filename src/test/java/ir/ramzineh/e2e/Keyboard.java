package ir.ramzineh.e2e;

import java.util.function.BooleanSupplier;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** Hands on a keyboard, and nothing else; counts every key. */
final class Keyboard extends Page {
    private static final int TABS_MAX = 120;

    private int pressed;
    private int typed;

    Keyboard(Browser browser) {
        super(browser);
    }

    Keyboard press(Keys key) {
        new Actions(driver).sendKeys(key).perform();
        pressed++;
        return this;
    }

    Keyboard type(String text) {
        new Actions(driver).sendKeys(text).perform();
        typed += text.length();
        return this;
    }

    /** Goes forward with Tab until the element has the focus. */
    Keyboard tabTo(String id) {
        shown(id);
        for (int i = 0; i < TABS_MAX; i++) {
            if (hasFocus(id)) {
                return this;
            }
            press(Keys.TAB);
        }
        throw new AssertionError("the Tab key does not reach " + id);
    }

    /** Agrees to the question that is open, with the focus it came with. */
    void confirm() {
        shown("desk-confirm-confirm");
        for (int i = 0; i < 4 && !hasFocus("desk-confirm-confirm"); i++) {
            press(Keys.TAB);
        }
        press(Keys.ENTER);
        awaitGone("desk-confirm-confirm");
    }

    /** Waits until the page itself has put the focus on its heading. */
    void atTheHeading() {
        until(driver -> "H1".equals(browser.script("return document.activeElement.tagName")));
    }

    /** Goes forward with Tab until the line that opens a folded part has the focus. */
    Keyboard tabToSummaryOf(String id) {
        shown(id);
        for (int i = 0; i < TABS_MAX; i++) {
            if (Boolean.TRUE.equals(browser.script(
                    "return document.activeElement === document.querySelector('#' + arguments[0] + ' > summary')",
                    id))) {
                return this;
            }
            press(Keys.TAB);
        }
        throw new AssertionError("the Tab key does not reach the summary of " + id);
    }

    void focusOn(String id) {
        shown(id);
        until(driver -> hasFocus(id));
    }

    void awaitFocus(String id) {
        focusOn(id);
    }

    void await(String id) {
        shown(id);
    }

    void until(BooleanSupplier state) {
        until(driver -> state.getAsBoolean());
    }

    int pressed() {
        return pressed;
    }

    int typed() {
        return typed;
    }

    void forget() {
        pressed = 0;
        typed = 0;
    }

    private boolean hasFocus(String id) {
        return Boolean.TRUE.equals(browser.script("""
                const wanted = document.getElementById(arguments[0]);
                return wanted !== null && wanted.contains(document.activeElement);
                """, id));
    }
}
