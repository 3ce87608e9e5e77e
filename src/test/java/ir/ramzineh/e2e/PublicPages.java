package ir.ramzineh.e2e;

import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import java.net.URI;
import java.util.Locale;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** The pages before sign-in: entry, code by SMS, sign-up and recovery. */
final class PublicPages extends Page {
    private static final String NEW_PASSWORD = "-new-password";
    private static final String PASSWORD_AGAIN = "-new-password-again";

    private final URI portal;

    PublicPages(Browser browser, URI portal) {
        super(browser);
        this.portal = portal;
    }

    /** The entry page in a language, chosen by the switch that every page has. */
    PublicPages entry(Locale language) {
        driver.get(portal.resolve("/sign-in").toString());
        shown("sign-in-user-name");
        return speaking(language);
    }

    PublicPages speaking(Locale language) {
        String wanted = language.getLanguage();
        shown("preference-language");
        if (!wanted.equals(browser.script("return document.documentElement.lang"))) {
            press("preference-language");
            until(driver -> wanted.equals(browser.script("return document.documentElement.lang")));
            shown("preference-language");
        }
        return this;
    }

    void giveNationalIdAndMobile(NationalId nationalId, MobileNumber mobile) {
        press("sign-in-sign-up");
        type("sign-up-national-id", nationalId.digits());
        type("sign-up-mobile", mobile.national());
        press("sign-up-start");
        shown("sign-up-activation-id");
    }

    void openSignUp() {
        driver.get(portal.resolve("/sign-up").toString());
    }

    void awaitFirstStep() {
        shown("sign-up-national-id");
    }

    void awaitActivationStep() {
        shown("sign-up-activation-id");
    }

    void awaitCardStep() {
        shown("sign-up-card");
    }

    /** As typed, wrong or right; what the page says to it is the next question. */
    void tryNationalIdAndMobile(String nationalId, String mobile) {
        type("sign-up-national-id", nationalId);
        type("sign-up-mobile", mobile);
        press("sign-up-start");
    }

    /** Waits until each of these fields says what is wrong with it. */
    void awaitFieldErrors(String... fields) {
        for (String field : fields) {
            until(page -> {
                WebElement element = page.findElement(By.id(field));
                return element.getDomAttribute("invalid") != null
                        && !element.findElement(By.cssSelector("[slot='error-message']"))
                                .getText()
                                .isBlank();
            });
        }
    }

    void awaitTyped(String field, String text) {
        until(page -> text.equals(
                page.findElement(By.cssSelector("[id='" + field + "'] input")).getDomProperty("value")));
    }

    void giveActivationId(String code, String birthDate) {
        type("sign-up-activation-id", code);
        type("sign-up-birth-date", birthDate);
        press("sign-up-confirm");
        shown("sign-up-card");
    }

    void giveCard(CardNumber card) {
        type("sign-up-card", card.digits());
        press("sign-up-check-card");
        shown("sign-up-terms-accept");
    }

    void agreeToTerms() {
        tick("sign-up-terms-agree");
        press("sign-up-terms-accept");
        shown("sign-up-user-name");
    }

    void chooseCredentials(String userName, String password) {
        type("sign-up-user-name", userName);
        type("sign-up" + NEW_PASSWORD, password);
        type("sign-up" + PASSWORD_AGAIN, password);
        press("sign-up-complete");
        shown("sign-up-to-sign-in");
    }

    void goOnToSignIn() {
        press("sign-up-to-sign-in");
        shown("sign-in-user-name");
    }

    /** Sends user name and password; what the portal answers is the next page's business. */
    void giveCredentials(String userName, String password) {
        type("sign-in-user-name", userName);
        type("sign-in-password", password);
        press("sign-in-submit");
    }

    void awaitCodePage() {
        shown("sign-in-code");
    }

    void giveCode(String code) {
        type("sign-in-code", code);
        press("sign-in-code-submit");
    }

    String messageOfSignIn() {
        shown("sign-in-message");
        return text("sign-in-message");
    }

    void awaitTerms() {
        shown("terms-accept");
    }

    void agreeToNewTerms() {
        press("terms-accept");
    }

    /** Waits until the browser has been sent to the entry page, by whatever it was. */
    void awaitSentToEntry() {
        until(ExpectedConditions.urlContains("/sign-in"));
        shown("sign-in-user-name");
    }

    void startRecovery(boolean ofUserName, NationalId nationalId, MobileNumber mobile, CardNumber card) {
        press("sign-in-forgotten");
        shown("recovery-start");
        if (ofUserName) {
            tick(By.cssSelector("#recovery-kind vaadin-radio-button:nth-of-type(2) input"));
        }
        type("recovery-national-id", nationalId.digits());
        type("recovery-mobile", mobile.national());
        type("recovery-card", card.digits());
        press("recovery-start");
        shown("recovery-code");
    }

    void giveRecoveryCode(String code) {
        type("recovery-code", code);
        press("recovery-code-submit");
        shown("recovery-user-name");
    }

    String recoveredUserName() {
        return text("recovery-user-name");
    }

    void chooseNewPassword(String password) {
        type("recovery" + NEW_PASSWORD, password);
        type("recovery" + PASSWORD_AGAIN, password);
        press("recovery-password-submit");
        shown("recovery-result");
    }

    void goOnFromRecovery() {
        press("recovery-to-sign-in");
        shown("sign-in-user-name");
    }
}
