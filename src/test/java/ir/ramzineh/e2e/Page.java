package ir.ramzineh.e2e;

import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * What all page objects do: find by stable id (docs/element-ids.md), and wait for a state of the page instead of for
 * time. A page object speaks of what a customer does; it never asserts.
 */
abstract class Page {
    final Browser browser;
    final WebDriver driver;

    Page(Browser browser) {
        this.browser = browser;
        this.driver = browser.driver();
    }

    /** Waits until the page shows the element. */
    final WebElement shown(String id) {
        return until(driver -> {
            WebElement element = driver.findElement(By.id(id));
            return element.isDisplayed() ? element : null;
        });
    }

    final String text(String id) {
        return until(driver -> driver.findElement(By.id(id)).getText().strip());
    }

    /** Whether the element is on the page now, seen or not. */
    final boolean has(String id) {
        return !driver.findElements(By.id(id)).isEmpty();
    }

    final void awaitGone(String id) {
        until(driver -> driver.findElements(By.id(id)).stream().noneMatch(WebElement::isDisplayed));
    }

    final void press(String id) {
        press(By.id(id));
    }

    final void press(By where) {
        until(driver -> {
            WebElement element = driver.findElement(where);
            if (!element.isDisplayed() || !element.isEnabled()) {
                return false;
            }
            browser.script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
            element.click();
            return true;
        });
    }

    /** Replaces what stands in a field; {@code id} is the id of the field, not of its native input. */
    final void type(String id, String text) {
        until(driver -> {
            WebElement input = input(id);
            browser.script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", input);
            input.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
            input.sendKeys(text);
            return true;
        });
    }

    /** Fields that keep what is typed as it is: again where a page that was still coming up has lost some of it. */
    final void typeAll(Map<String, String> fields) {
        until(driver -> {
            fields.forEach((id, text) -> {
                if (!text.equals(input(id).getDomProperty("value"))) {
                    type(id, text);
                }
            });
            browser.awaitQuiet();
            return fields.entrySet().stream()
                    .allMatch(field ->
                            field.getValue().equals(input(field.getKey()).getDomProperty("value")));
        });
    }

    /** Ticks a box, or chooses a radio button, as a customer with a keyboard does. */
    final void tick(String id) {
        tick(By.cssSelector("[id='" + id + "'] input"));
    }

    final void tick(By input) {
        until(driver -> {
            WebElement box = driver.findElement(input);
            if (!box.isSelected()) {
                browser.script("arguments[0].focus()", box);
                new Actions(driver).sendKeys(Keys.SPACE).perform();
            }
            return driver.findElement(input).isSelected();
        });
    }

    final List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** Waits until {@code state} holds; a page that redraws itself meanwhile is asked again. */
    final <T> T until(ExpectedCondition<T> state) {
        WebDriverWait wait = patience();
        wait.ignoring(StaleElementReferenceException.class)
                .ignoring(NoSuchElementException.class)
                .ignoring(ElementClickInterceptedException.class)
                .ignoring(ElementNotInteractableException.class);
        try {
            return wait.until(onOnePage(state));
        } catch (TimeoutException late) {
            throw new TimeoutException(
                    "%s shows: %s".formatted(driver.getCurrentUrl(), browser.script("return document.body.innerText")),
                    late);
        }
    }

    /** Asked while the browser goes from one page to another, a state is not there yet. */
    static <T> ExpectedCondition<T> onOnePage(ExpectedCondition<T> state) {
        return driver -> {
            try {
                return state.apply(driver);
            } catch (WebDriverException e) {
                if (e.getRawMessage() != null && e.getRawMessage().startsWith("aborted by navigation")) {
                    return null;
                }
                throw e;
            }
        };
    }

    /** How often and how long a state is looked for. */
    WebDriverWait patience() {
        return browser.await();
    }

    private WebElement input(String id) {
        return driver.findElement(By.cssSelector("[id='" + id + "'] input, input[id='" + id + "']"));
    }
}
