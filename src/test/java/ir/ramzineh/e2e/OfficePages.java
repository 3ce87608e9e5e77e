package ir.ramzineh.e2e;

import java.nio.file.Path;
import org.openqa.selenium.By;

/** The pages of operators. */
final class OfficePages extends Page {
    private static final By WITHDRAW = By.cssSelector("#import-table [id^='import-withdraw-']");

    OfficePages(Browser browser) {
        super(browser);
    }

    /** Adds a receiver told about sign-ins; gives its secret as shown this once. */
    String addWebhook(String name, String address) {
        type("webhook-name", name);
        type("webhook-address", address);
        tick("webhook-family-sign-in");
        press("webhook-add");
        return text("office-secret");
    }

    void testWebhook() {
        press(By.cssSelector("[id^='webhook-test-']"));
        shown("webhook-delivery-table");
    }

    /** Looks again until the delivery is through. */
    void awaitDelivered() {
        until(driver -> {
            driver.findElement(By.id("webhook-refresh")).click();
            return !driver.findElements(By.cssSelector("#webhook-delivery-table .branch-badge.good"))
                    .isEmpty();
        });
    }

    String addChannel(String id) {
        type("channel-id", id);
        type("channel-name", "Journey");
        tick("channel-scope-terminal");
        press("channel-add");
        return text("office-secret");
    }

    /**
     * Picks a file and sends it; waits for what is said about it. The browser's own field lies unseen under the words
     * of the page; the name of the file has to stand beside them.
     */
    String pick(String field, Path file, String said) {
        shown(field + "-name");
        driver.findElement(By.id(field)).sendKeys(file.toAbsolutePath().toString());
        until(driver -> text(field + "-name").contains(file.getFileName().toString()));
        press(field + "-send");
        return until(driver -> {
            String words = driver.findElement(By.id(said)).getText().strip();
            return words.isEmpty() ? null : words;
        });
    }

    void propose() {
        press("import-propose");
        until(driver -> driver.findElements(By.id("import-preview")).isEmpty());
    }

    /** Takes the own import back that waits, question and all. */
    void withdrawImport() {
        press(WITHDRAW);
        press("import-withdraw-ask-confirm");
        until(driver -> !offersToWithdrawAnImport());
    }

    boolean offersToWithdrawAnImport() {
        return !driver.findElements(WITHDRAW).isEmpty();
    }

    boolean hasRowWith(String text) {
        return driver.getPageSource().contains(text);
    }

    void await(String id) {
        shown(id);
    }
}
