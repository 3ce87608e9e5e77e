package ir.ramzineh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import ir.ramzineh.PortalIT;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The app without a portal: a cold start, another version, a token of somebody else, a wrong password. */
@PortalIT
class RamznaOfflineJourney extends RamznaOnAPhone {
    private static final String TITLE = "ورود به رمزنا";
    private static final String NEW_TITLE = "ورود به رمزنای تازه";
    private static final String KEY = "12345678901234567890";
    private static final String FOREIGN =
            "otpauth://totp/Example:mina?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Example&digits=6&period=30";

    @Test
    void S10_16_opensWithoutANetworkAndTakesANewVersionWithoutLosingATokenOrKeepingTheOldOne()
            throws GeneralSecurityException {
        try (Relay relay = new Relay(portal())) {
            Browser browser = phoneBrowser();
            browser.command(
                    "Storage.clearDataForOrigin",
                    Map.of("origin", relay.address().toString(), "storageTypes", "all"));
            RamznaPages ramzna = new RamznaPages(browser, relay.address()).firstRun();
            ramzna.pasteLink(FOREIGN);
            ramzna.addScanned();
            assertThat(codesAround(Instant.now())).contains(ramzna.code());
            awaitKept(browser);

            // Nobody is there: a cold start from the device alone.
            relay.goAway();
            browser.driver().get("about:blank");
            ramzna.open();
            assertThat(ramzna.text("title")).isEqualTo(TITLE);
            ramzna.unlock(RamznaPages.PASSWORD);
            ramzna.getCode();
            assertThat(codesAround(Instant.now())).contains(ramzna.code());
            browser.driver().get("about:blank");

            // Another version: it comes in at the door, where nothing is lost.
            relay.comeBack();
            relay.release("'" + TITLE + "'", "'" + NEW_TITLE + "'");
            ramzna.open();
            ramzna.until(driver -> ramzna.text("title").equals(NEW_TITLE));
            assertThat(caches(browser)).singleElement().asString().startsWith("ramzna next-");
            ramzna.unlock(RamznaPages.PASSWORD);
            assertThat(ramzna.tokens()).isOne();
            ramzna.getCode();
            assertThat(codesAround(Instant.now())).contains(ramzna.code());
        }
    }

    @Test
    void S10_26_aWrongPasswordOpensNothingFiveOfThemWaitAndTheWaitSurvivesAReload() {
        RamznaPages ramzna = phone().firstRun();
        ramzna.pasteLink(FOREIGN);
        ramzna.addScanned();
        ramzna.code();
        ramzna.back();
        ramzna.press("lock");
        for (int i = 0; i < 5; i++) {
            ramzna.unlock("not-my-password-1");
            ramzna.failure();
        }
        assertThat(ramzna.text("unlock-wait")).contains("دقیقه");
        ramzna.open();
        assertThat(ramzna.text("unlock-wait")).containsAnyOf("دقیقه", "ثانیه");
        assertThat(ramzna.shown("password").isEnabled()).isFalse();

        // S10.26: the one way back wipes everything.
        ramzna.press("unlock-forgot");
        ramzna.press("to-wipe");
        ramzna.press("dialog-yes");
        ramzna.shown("password-repeat");
        assertThat(String.valueOf(ramzna.browser.script("return JSON.stringify(localStorage)")))
                .doesNotContain("GEZDGNBVGY3TQOJQ");
    }

    @Test
    void S8_3_S9_7_fingerprintOrFaceOpensTheApp() {
        Browser browser = phoneBrowser();
        browser.command("WebAuthn.enable", Map.of());
        browser.command(
                "WebAuthn.addVirtualAuthenticator",
                Map.of(
                        "options",
                        Map.of(
                                "protocol", "ctap2",
                                "ctap2Version", "ctap2_1",
                                "transport", "internal",
                                "hasResidentKey", true,
                                "hasUserVerification", true,
                                "hasPrf", true,
                                "automaticPresenceSimulation", true,
                                "isUserVerified", true)));
        try {
            RamznaPages ramzna = new RamznaPages(browser, publicAddress()).open();
            ramzna.type("password", RamznaPages.PASSWORD);
            ramzna.type("password-repeat", RamznaPages.PASSWORD);
            ramzna.press("create-submit");
            ramzna.press("body-yes");
            ramzna.awaitList();
            ramzna.press("lock");
            ramzna.press("unlock-body");
            ramzna.awaitList();
        } finally {
            browser.command("WebAuthn.disable", Map.of());
        }
    }

    /** What another library makes of the key, now and a period around it. */
    private static List<String> codesAround(Instant now) throws GeneralSecurityException {
        var generator = new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(30), 6);
        var key = new SecretKeySpec(KEY.getBytes(StandardCharsets.US_ASCII), "HmacSHA1");
        List<Instant> times = Stream.of(-30, 0, 30).map(now::plusSeconds).toList();
        List<String> codes = new java.util.ArrayList<>();
        for (Instant time : times) {
            codes.add(generator.generateOneTimePasswordString(key, time));
        }
        return codes;
    }

    private static void awaitKept(Browser browser) {
        browser.await()
                .until(driver ->
                        Boolean.TRUE.equals(browser.script("return navigator.serviceWorker.controller !== null")));
    }

    private static List<?> caches(Browser browser) {
        return (List<?>) ((org.openqa.selenium.JavascriptExecutor) browser.driver())
                .executeAsyncScript("const done = arguments[0]; caches.keys().then(done)");
    }
}
