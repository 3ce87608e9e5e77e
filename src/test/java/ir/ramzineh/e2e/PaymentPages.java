package ir.ramzineh.e2e;

import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.Digits;
import java.net.URI;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WindowType;

/** The simulator's shop and its payment page. */
final class PaymentPages extends Page {
    private final URI portal;

    PaymentPages(Browser browser, URI portal) {
        super(browser);
        this.portal = portal;
    }

    /** Begins a payment; the address of its page stands in the browser then. */
    PaymentPages buy(String rials) {
        driver.get(portal.resolve("/simulator/shop").toString());
        type("shop-amount", rials);
        press("shop-pay");
        shown("payment-card");
        return this;
    }

    /** A photograph of the QR code with the payment, PNG. */
    byte[] photographQr() {
        browser.script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", shown("payment-qr"));
        return shown("payment-qr").getScreenshotAs(OutputType.BYTES);
    }

    PaymentPages giveCard(CardNumber card, String month, String year) {
        type("payment-card", card.digits());
        type("payment-cvv2", "123");
        type("payment-month", month);
        type("payment-year", year);
        return typePicture();
    }

    PaymentPages typePicture() {
        type("payment-picture", Digits.toLatin(text("payment-picture-shown")));
        return this;
    }

    PaymentPages ask() {
        press("payment-ask");
        return this;
    }

    String message() {
        return until(driver -> {
            String text = driver.findElement(By.id("payment-message")).getText().strip();
            return text.isEmpty() ? null : text;
        });
    }

    /** Seconds the countdown of the code has left; the ring says them in its text. */
    int secondsLeft() {
        return until(driver -> {
            String remaining = driver.findElement(By.cssSelector("#payment-countdown ramzineh-countdown"))
                    .getDomAttribute("remaining");
            return remaining == null ? null : Integer.valueOf(Integer.parseInt(remaining) / 1000);
        });
    }

    PaymentPages reload() {
        driver.navigate().refresh();
        shown("payment-card");
        return this;
    }

    PaymentPages backAndForward() {
        driver.navigate().back();
        shown("shop-pay");
        driver.navigate().forward();
        shown("payment-card");
        return this;
    }

    PaymentPages inAnotherTab() {
        String address = driver.getCurrentUrl();
        driver.switchTo().newWindow(WindowType.TAB);
        driver.get(address);
        shown("payment-card");
        return this;
    }

    PaymentPages pay(String code) {
        type("payment-code", code);
        press("payment-pay");
        return this;
    }

    void awaitPaid() {
        shown("payment-paid");
    }

    String refusal() {
        return until(driver -> {
            String text = driver.findElement(By.id("payment-outcome")).getText().strip();
            return text.isEmpty() ? null : text;
        });
    }

    void cancel() {
        press("payment-cancel");
        shown("payment-over");
    }
}
