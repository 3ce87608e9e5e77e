package ir.ramzineh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.trial.DemonstrationPeople;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WindowType;

/** What a stranger at the screen, an old tab or a guessed address must not get. */
@PortalIT
class SignInSecurityJourney extends PortalJourney {
    private static final Duration IDLE_MAX = Duration.ofMinutes(5);

    /** Longer than the wait between two texts to one number. */
    private static final Duration NEXT_TEXT = Duration.ofSeconds(61);

    @Test
    void endingAllOtherSignInsClosesTheirOpenTabs() {
        Registered who = registered(DemonstrationPeople.ARASH);
        Browser first = Browser.fresh(Screen.PHONE);
        signIn(first, who, FA);
        Browser second = Browser.separate(Screen.DESKTOP);
        clock.advance(NEXT_TEXT);
        signIn(second, who, FA);
        DevicesPage devices = new DevicesPage(second, portal()).open();
        assertThat(devices.devices()).isEqualTo(2);
        devices.endOthers();
        new PublicPages(first, portal()).awaitSentToEntry();
    }

    @Test
    void whoIsInAlreadyIsNotAskedAgain() {
        Browser browser = Browser.fresh(Screen.PHONE);
        signIn(browser, registered(DemonstrationPeople.ARASH), FA);
        for (String page : List.of("/sign-in", "/sign-in/code")) {
            browser.driver().get(portal().resolve(page).toString());
            new HomePage(browser, portal()).awaitShown();
        }
    }

    @Test
    void fiveIdleMinutesSignOutAnOpenPageByThemselves() {
        Registered who = registered(DemonstrationPeople.ARASH);
        Browser browser = Browser.fresh(Screen.PHONE);
        signIn(browser, who, FA);
        clock.advance(IDLE_MAX.plusSeconds(1));
        new PublicPages(browser, portal()).awaitSentToEntry();
    }

    @Test
    void aQrCodeIsShownOnceNotAfterReloadNotAfterBackNotInASecondTab() {
        Registered who = registered(DemonstrationPeople.ROUZBEH);
        Browser browser = Browser.fresh(Screen.DESKTOP);
        ActivationPages pages = signIn(browser, who, FA).pressShortcut();
        pages.chooseCard(who.person().card());
        pages.choosePassword(PasswordKind.SECOND);
        pages.awaitWays();
        pages.chooseWay(aWayOf(pages));
        assertThat(pages.showsQr()).isTrue();
        WebDriver driver = browser.driver();
        String address = driver.getCurrentUrl();

        driver.navigate().refresh();
        pages.awaitProof();
        assertThat(pages.showsQr()).as("after a reload").isFalse();

        driver.navigate().back();
        pages.awaitWays();
        driver.navigate().forward();
        pages.awaitProof();
        assertThat(pages.showsQr()).as("after Back and Forward").isFalse();

        driver.switchTo().newWindow(WindowType.TAB);
        driver.get(address);
        pages.awaitProof();
        assertThat(pages.showsQr()).as("in a second tab").isFalse();
    }

    @Test
    void S1_6_whoHasNotAgreedToTheNewestTermsIsAskedWhateverPageTheyWant() {
        Registered who = registered(DemonstrationPeople.ARASH);
        people().forgetAgreement(who.customer());
        Browser browser = Browser.fresh(Screen.PHONE);
        PublicPages pages = signInUpToTheCode(browser, who, FA);
        pages.awaitTerms();
        browser.driver().get(portal().resolve("/cards").toString());
        pages.awaitTerms();
        pages.agreeToNewTerms();
        new HomePage(browser, portal()).awaitShown();
    }

    @Test
    void theCardOfAnotherCustomerIsAPageThatDoesNotExist() {
        Registered other = registered(DemonstrationPeople.ROUZBEH);
        Registered who = registered(DemonstrationPeople.ARASH);
        Browser browser = Browser.fresh(Screen.PHONE);
        signIn(browser, who, FA);
        CardPage page = new CardPage(browser, portal())
                .open(card(other.customer(), other.person().card()).id());
        assertThat(page.saysNotFound()).isTrue();
    }

    private static ActivationWay aWayOf(ActivationPages pages) {
        return java.util.Arrays.stream(ActivationWay.values())
                .filter(pages::showsWay)
                .findFirst()
                .orElseThrow();
    }
}
