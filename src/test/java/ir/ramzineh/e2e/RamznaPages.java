package ir.ramzineh.e2e;

import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.Digits;
import ir.ramzineh.kernel.PasswordKind;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Ramzna on a phone, as its owner uses it. */
final class RamznaPages extends Page {
    static final String PASSWORD = "shab-e-yalda-40";

    private final URI address;

    RamznaPages(Browser browser, URI address) {
        super(browser);
        this.address = address;
    }

    /** Opens the app for the first time and chooses its password. */
    RamznaPages firstRun() {
        open();
        chooseFirstPassword();
        awaitList();
        return this;
    }

    /** On a phone that has no app yet, whatever came with the address. */
    void chooseFirstPassword() {
        shown("password-repeat");
        type("password", PASSWORD);
        type("password-repeat", PASSWORD);
        press("create-submit");
        press("welcome-go");
    }

    RamznaPages open() {
        driver.get(address.resolve("/ramzna/").toString());
        return this;
    }

    /** As the phone's ordinary camera does: the link of a QR code opens the app. */
    void openLink(String link) {
        driver.get(link);
    }

    /** A photograph of the QR code on this phone's screen, PNG. */
    byte[] photographQr() {
        browser.script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", shown("qr"));
        return shown("qr").getScreenshotAs(OutputType.BYTES);
    }

    /** Holds a picture before the camera that a screen has asked for. */
    void scanFor(String button, byte[] picture) {
        Film.show(picture);
        press(button);
    }

    void unlock(String password) {
        type("password", password);
        press("unlock-submit");
    }

    void awaitList() {
        shown("add");
    }

    /** Holds the picture before the camera and lets the app scan it. */
    void scan(byte[] picture) {
        Film.show(picture);
        press("add");
        press("way-scan");
        shown("found");
    }

    /** Types the code or part of the SMS, if any is needed, and adds what was scanned. */
    void addScanned(String... parts) {
        for (int i = 0; i < parts.length; i++) {
            type(has("part-1") ? "part-" + (i + 1) : "part-2", parts[i]);
        }
        press("found-submit");
    }

    /** What stands in the field of the code or part of the SMS. */
    String typedPart() {
        return until(driver ->
                driver.findElement(By.cssSelector("#found input[id^='part-']")).getDomProperty("value"));
    }

    /** Takes a picture out of the gallery. */
    void choosePicture(Path picture) {
        press("add");
        shown("way-picture");
        driver.findElement(By.id("picture")).sendKeys(picture.toAbsolutePath().toString());
        shown("found");
    }

    void pasteLink(String link) {
        press("add");
        press("way-link");
        paste("link", link);
        press("link-form-submit");
        shown("found");
    }

    void chooseReceipt(String bank, PasswordKind kind) {
        press("add");
        press("way-receipt");
        choose("bank", bank);
        choose("kind", kind.name());
    }

    void typeReceipt(String receipt, String sms) {
        type("part-1", receipt);
        paste("part-2", sms);
        press("receipt-submit");
    }

    void addBySerial(String serial, String code) {
        press("add");
        press("way-serial");
        type("serial", serial);
        type("sms-code", code);
        press("serial-form-submit");
    }

    /** As {@link #addBySerial(String, String)}, with the card that the token should be of. */
    void addBySerial(CardNumber card, String serial, String code) {
        press("add");
        press("way-serial");
        type("card-number", card.digits());
        type("serial", serial);
        type("sms-code", code);
        press("serial-form-submit");
    }

    /** After a refusal. */
    void correctCard(CardNumber card) {
        type("card-number", card.digits());
        press("serial-form-submit");
    }

    void addByCard(CardNumber card, PasswordKind kind, String code) {
        press("add");
        press("way-card");
        type("card-number", card.digits());
        choose("kind", kind.name());
        type("sms-code", code);
        press("by-card-submit");
    }

    void givePin(String pin) {
        shown("pin");
        type("pin", pin);
        press("pin-submit");
    }

    /** Ticks one of several large buttons by its value. */
    void choose(String group, String value) {
        until(driver -> {
            browser.script("document.querySelector(`input[name='" + group + "'][value='" + value + "']`)?.click()");
            return driver.findElement(By.cssSelector("input[name='" + group + "'][value='" + value + "']"))
                    .isSelected();
        });
    }

    /** The code that is shown, in Latin digits. */
    String code() {
        return until(driver -> {
            String shown =
                    Digits.toLatin(driver.findElement(By.id("code")).getText()).replaceAll("\\D", "");
            return shown.isEmpty() ? null : shown;
        });
    }

    /** As {@link #code}, empty while there is none, because the present one was spent by the proof. */
    String codeNow() {
        return Digits.toLatin(shown("code").getText()).replaceAll("\\D", "");
    }

    /** Waits until the token is active; the code of now is spent by that. */
    void awaitProven() {
        awaitThoughHeld("code-spent");
    }

    /** Waits until the personal PIN is asked for. */
    void awaitPin() {
        awaitThoughHeld("pin");
    }

    /** A device of an earlier journey that had the token loses it: the app asks, and its owner says yes. */
    private void awaitThoughHeld(String id) {
        until(driver -> {
            if (has("held-move")) {
                press("dialog-yes");
            }
            return has(id);
        });
    }

    /** What the app asks before a token of another device comes to this one. */
    String takeOverQuestion() {
        shown("held-move");
        return text("dialog");
    }

    void answer(boolean yes) {
        press(yes ? "dialog-yes" : "dialog-no");
        awaitGone("dialog");
    }

    /** What a screen reader says instead of the code. */
    String spokenCode() {
        return String.valueOf(shown("code").getDomAttribute("aria-label"));
    }

    int secondsLeft() {
        return Integer.parseInt(Digits.toLatin(text("seconds")).replaceAll("\\D", ""));
    }

    void back() {
        press("back");
    }

    /** Gets a code of the first token in the list. */
    void getCode() {
        press(By.cssSelector("[id^='code-']"));
    }

    void openToken() {
        press(By.cssSelector("[id^='more-']"));
    }

    int tokens() {
        shown("add");
        return all(".token-item").size();
    }

    /** Whatever stands beside fields and above buttons as wrong. */
    String failure() {
        return until(driver -> driver.findElements(By.cssSelector(".field-error, .form-failure")).stream()
                .map(element -> element.getText().strip())
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse(null));
    }

    /** What the accessibility checker finds serious on this screen. */
    List<String> findings() {
        return Axe.findings(driver);
    }

    /** The phone's clock goes on by {@code time}, as the portal's does in a test: less than the app stays open untouched. */
    void advance(Duration time) {
        browser.script("const before = Date.now.bind(Date); Date.now = () => before() + " + time.toMillis());
    }

    /**
     * From the next page on the phone's clock is ahead of this machine's by that much: wrong, or as far on as the
     * portal's is in a test. An app that is open while hours pass would lock itself.
     *
     * @return what ends it
     */
    Runnable ahead(Duration time) {
        String source = "const right = Date.now.bind(Date); Date.now = () => right() + " + time.toMillis();
        return browser.onEveryPage(source);
    }

    @Override
    WebDriverWait patience() {
        return browser.awaitClosely();
    }

    private void paste(String id, String text) {
        until(driver -> {
            browser.script(
                    "const field = document.getElementById(arguments[0]); field.focus(); field.value = arguments[1];"
                            + " field.dispatchEvent(new Event('input', {bubbles: true}))",
                    id,
                    text);
            return true;
        });
    }
}
