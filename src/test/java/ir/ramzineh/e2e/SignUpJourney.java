package ir.ramzineh.e2e;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.trial.DemonstrationPeople;
import ir.ramzineh.trial.DemonstrationPerson;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WindowType;

/** A sign-up (S1.1 to S1.10) stands where it stands, whatever the browser does meanwhile. */
@PortalIT
class SignUpJourney extends PortalJourney {
    private static final DemonstrationPerson WHO = DemonstrationPeople.TARANEH;

    @Test
    void S1_1_aSignUpGoesOnAfterReloadAfterBackAndInASecondTab() {
        people().forget(WHO);
        Browser browser = Browser.fresh(Screen.PHONE);
        WebDriver driver = browser.driver();
        SimulatedPhone phone = new SimulatedPhone(inbox, WHO.mobile());
        PublicPages pages = new PublicPages(browser, portal()).entry(FA);
        pages.giveNationalIdAndMobile(WHO.nationalId(), WHO.mobile());

        driver.navigate().refresh();
        pages.awaitActivationStep();
        pages.giveActivationId(phone.webCode(), WHO.birthDate().toString());
        driver.navigate().back();
        driver.navigate().forward();
        pages.awaitCardStep();

        String first = driver.getWindowHandle();
        driver.switchTo().newWindow(WindowType.TAB);
        pages.openSignUp();
        pages.awaitCardStep();
        pages.giveCard(WHO.card());
        String second = driver.getWindowHandle();

        driver.switchTo().window(first);
        pages.giveCard(WHO.card());
        pages.agreeToTerms();
        pages.chooseCredentials(PeopleFixtures.randomUserName(), PeopleFixtures.PASSWORD);

        driver.switchTo().window(second);
        driver.navigate().refresh();
        pages.awaitFirstStep();
    }

    @Test
    void S1_2_badInputIsNamedAtItsFieldAndNothingTypedIsLost() {
        Browser browser = Browser.fresh(Screen.DESKTOP);
        PublicPages pages = new PublicPages(browser, portal()).entry(EN);
        pages.openSignUp();
        pages.tryNationalIdAndMobile("9990010073", "0912000100");
        pages.awaitFieldErrors("sign-up-national-id", "sign-up-mobile");
        pages.awaitTyped("sign-up-national-id", "9990010073");
        pages.awaitTyped("sign-up-mobile", "0912000100");
    }
}
