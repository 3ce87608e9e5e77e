package ir.ramzineh.e2e;

import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.Digits;
import ir.ramzineh.kernel.PasswordKind;
import java.net.URI;
import java.util.Locale;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;

/** The four steps of an activation: card, password, way, scan and prove. */
final class ActivationPages extends Page {
    private static final String CARD_CHOICE = "activation-card-";

    private final URI portal;

    ActivationPages(Browser browser, URI portal) {
        super(browser);
        this.portal = portal;
    }

    ActivationPages open() {
        driver.get(portal.resolve("/activate").toString());
        return this;
    }

    /** Chooses the card that shows these last four digits, in the digits of the page's language. */
    CardId chooseCard(CardNumber card) {
        String id = until(driver -> driver.findElements(By.cssSelector("[id^='" + CARD_CHOICE + "']")).stream()
                .filter(choice -> Digits.toLatin(choice.getText()).contains(card.lastFour()))
                .map(choice -> choice.getDomAttribute("id"))
                .findFirst()
                .orElse(null));
        press(id);
        return new CardId(Long.parseLong(id.substring(CARD_CHOICE.length())));
    }

    void choosePassword(PasswordKind kind) {
        press("activation-kind-" + kind.name().toLowerCase(Locale.ROOT));
    }

    void chooseWay(ActivationWay way) {
        press(idOf(way));
        shown("activation-qr");
    }

    /** Chooses a way that has to wait, because another phone has the token; what the page says of it. */
    String waitsWithWay(ActivationWay way) {
        press(idOf(way));
        return text("activation-later");
    }

    boolean showsWay(ActivationWay way) {
        return has(idOf(way));
    }

    private static String idOf(ActivationWay way) {
        return "activation-way-" + way.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    void awaitWays() {
        until(driver ->
                !driver.findElements(By.cssSelector("[id^='activation-way-']")).isEmpty());
    }

    /** A photograph of the QR code as it stands on the screen, PNG. */
    byte[] photographQr() {
        WebElement qr = shown("activation-qr");
        browser.script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", qr);
        return shown("activation-qr").getScreenshotAs(OutputType.BYTES);
    }

    boolean showsQr() {
        return has("activation-qr");
    }

    /** Waits for the step in which the first code is typed, with or without a QR above. */
    void awaitProof() {
        shown("activation-code");
    }

    /** Waits until the page has noticed the phone by itself; the QR is gone then. */
    void awaitPhoneNoticed() {
        awaitGone("activation-qr");
        until(driver ->
                !driver.findElement(By.id("activation-progress")).getText().isBlank());
    }

    void proveWrong(String code) {
        type("activation-code", code);
        press("activation-prove");
        until(driver -> driver.findElement(By.id("activation-code")).getDomAttribute("invalid") != null);
    }

    void prove(String code) {
        type("activation-code", code);
        press("activation-prove");
    }

    /** The words of the success page. */
    String success() {
        shown("activation-done");
        return text("activation-done");
    }

    CardPage toCard() {
        press("activation-to-card");
        return new CardPage(browser, portal);
    }
}
