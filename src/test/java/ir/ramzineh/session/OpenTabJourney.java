package ir.ramzineh.session;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.e2e.Browser;
import ir.ramzineh.e2e.Screen;
import java.time.Duration;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.session.web.http.CookieSerializer;

/** What an open tab shows when its sign-in ends somewhere else or from idleness (security cases 11 and 12). */
@PortalIT
class OpenTabJourney {
    @LocalServerPort
    private int port;

    @Autowired
    private NodeLocalSessions<?> node;

    @Autowired
    private CookieSerializer cookies;

    @Autowired
    private SignedInDevices devices;

    @Autowired
    private TestClock clock;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private Browser browser;

    @Test
    void theSignInPageRunsUnderItsContentPolicy() {
        browser = Browser.fresh(Screen.PHONE);
        browser.driver().get(page("/sign-in"));
        browser.await().until(ExpectedConditions.visibilityOfElementLocated(By.id("sign-in-submit")));
        assertThat(browser.driver().manage().logs().get(LogType.BROWSER).getAll())
                .filteredOn(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .noneMatch(entry -> entry.getMessage().contains("Content Security Policy"));
    }

    @Test
    void anOpenTabLeavesWhenItsSignInIsEndedElsewhere() {
        Customer customer = PeopleFixtures.of(beans).customer(PeopleFixtures.randomUserName());
        WebDriver tab = openTab(customer);
        devices.endAll(customer.id());
        awaitAddress("/sign-in?ended=elsewhere");
        assertThat(tab.findElements(By.id("sign-out"))).isEmpty();
    }

    @Test
    void anOpenTabLeavesAfterFiveIdleMinutes() {
        openTab(PeopleFixtures.of(beans).customer(PeopleFixtures.randomUserName()));
        clock.advance(Duration.ofMinutes(6));
        awaitAddress("/sign-in?ended=idle");
    }

    private WebDriver openTab(Customer customer) {
        browser = Browser.fresh(Screen.DESKTOP);
        SessionFixture people = new SessionFixture(node, cookies);
        String cookie = people.cookie(people.signedIn(customer.id()));
        WebDriver tab = browser.driver();
        tab.get(page("/ramzineh/mark.svg"));
        tab.manage().addCookie(new Cookie("ramzineh", cookie.substring(cookie.indexOf('=') + 1), "/"));
        tab.get(page("/cards"));
        browser.await().until(ExpectedConditions.visibilityOfElementLocated(By.id("sign-out")));
        return tab;
    }

    private void awaitAddress(String address) {
        browser.await().until(ExpectedConditions.urlToBe(page(address)));
    }

    private String page(String path) {
        return "http://localhost:" + port + path;
    }
}
