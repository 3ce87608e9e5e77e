package ir.ramzineh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.WindowType;

/**
 * The modules of the authenticator in a browser, without screens and without the portal. The checks themselves are in
 * {@code src/test/resources/ramzna/checks}, in the language of what they check.
 */
@ExtendWith(KeepsTraces.class)
class RamznaCoreJourney {
    private static final String PASSWORD = "ramz1394";
    private static final Duration CHECK_MAX = Duration.ofMinutes(10);

    private static RamznaCheckPages pages;

    @BeforeAll
    static void serve() {
        pages = new RamznaCheckPages();
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    /** RFC 4226, 6238 and 6287, and docs/protocol/codes.md. */
    @TestFactory
    Stream<DynamicTest> codes() {
        return checks("codes", "");
    }

    /** docs/protocol/activation.md: every example, and bad input. */
    @TestFactory
    Stream<DynamicTest> activation() {
        return checks("activation", "");
    }

    /** docs/protocol/phone.md: every example, answers and refusals, QR codes. */
    @TestFactory
    Stream<DynamicTest> phone() {
        return checks("phone", "");
    }

    /** S10.12, S10.23: what becomes of a key, whatever the bank answers to its first code. */
    @TestFactory
    Stream<DynamicTest> proof() {
        return checks("proof", "");
    }

    /** S9.5, S10.26: password, waiting, what lies on the disk. */
    @TestFactory
    Stream<DynamicTest> store() {
        return checks("store", "");
    }

    /** S8.3, S9.7, with an authenticator that recognises its owner. */
    @TestFactory
    Stream<DynamicTest> biometrics() {
        return checks("biometrics", "", Map.of("hasPrf", true, "isUserVerified", true));
    }

    @TestFactory
    Stream<DynamicTest> anAuthenticatorThatComputesNothingIsNotTaken() {
        return checks("stranger", "", Map.of("hasPrf", false, "isUserVerified", true));
    }

    @TestFactory
    Stream<DynamicTest> whoIsNotRecognisedEnrolsNothing() {
        return checks("stranger", "?expected=cancelled", Map.of("hasPrf", true, "isUserVerified", false));
    }

    @Test
    void theWaitAfterFiveWrongPasswordsSurvivesAReload() {
        Browser browser = opened("/checks/index.html");
        // A slow machine may take longer for the tries than the wait after them is.
        Runnable goesOn = browser.standsAt(Instant.now());
        try {
            browser.driver().navigate().refresh();
            inStore(browser, "await store.wipe(); await store.create('" + PASSWORD + "'); store.lock()");
            for (int i = 0; i < 5; i++) {
                assertThat(inStore(browser, "return codeOf(store.unlock('wrong1394'))"))
                        .isEqualTo("wrong");
            }
            browser.driver().navigate().refresh();
            assertThat(inStore(browser, "return codeOf(store.unlock('" + PASSWORD + "'))"))
                    .isEqualTo("wait");
            assertThat(inStore(browser, "return (await store.waitsUntil()) > Date.now()"))
                    .isEqualTo(true);
        } finally {
            goesOn.run();
        }
    }

    @Test
    void S10_26_startingAgainInOneTabEndsTheOther() {
        Browser browser = opened("/checks/index.html");
        inStore(browser, "await store.wipe(); await store.create('" + PASSWORD + "')");
        assertThat(inStore(browser, "return store.isOpen()")).isEqualTo(true);
        String first = browser.driver().getWindowHandle();
        browser.driver().switchTo().newWindow(WindowType.TAB);
        browser.driver().get(pages.address("/checks/index.html"));
        inStore(browser, "await store.wipe()");
        browser.driver().switchTo().window(first);
        browser.await().until(page -> Boolean.FALSE.equals(inStore(browser, "return store.isOpen()")));
        assertThat(inStore(browser, "return store.isNew()")).isEqualTo(true);
    }

    private static Stream<DynamicTest> checks(String module, String query) {
        return checksOn(opened("/checks/index.html" + query), module);
    }

    private static Stream<DynamicTest> checks(String module, String query, Map<String, Object> authenticator) {
        Browser browser = opened("/checks/index.html" + query);
        browser.recogniseWith(authenticator);
        return checksOn(browser, module).onClose(browser::recogniseNobody);
    }

    private static Browser opened(String page) {
        Browser browser = Browser.fresh(Screen.PHONE);
        browser.driver().manage().timeouts().scriptTimeout(CHECK_MAX);
        browser.driver().get(pages.address(page));
        return browser;
    }

    private static Stream<DynamicTest> checksOn(Browser browser, String module) {
        Object found = browser.script(
                "return import(`/checks/${arguments[0]}.js`).then(() => import('/checks/check.js')).then((c) => c.names())",
                module);
        List<String> names = ((List<?>) found).stream().map(String::valueOf).toList();
        assertThat(names).isNotEmpty();
        return IntStream.range(0, names.size())
                .mapToObj(i -> DynamicTest.dynamicTest(
                        names.get(i),
                        () -> assertThat(browser.script(
                                        "return import('/checks/check.js').then((c) => c.run(arguments[0]))", i))
                                .isNull()));
    }

    private static Object inStore(Browser browser, String body) {
        return browser.script("""
                const codeOf = (promise) => promise.then(() => 'opened', (error) => error.code);
                return import('/ramzna/core/store.js').then(async (store) => { %s });
                """.formatted(body));
    }
}
