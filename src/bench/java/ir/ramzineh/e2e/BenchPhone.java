package ir.ramzineh.e2e;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A phone with the app and one token, for the benchmark of its start: it comes over a wire that counts, and is started each
 * time by a browser of its own with the wire cut.
 */
public final class BenchPhone {
    private static final String TOKEN =
            "otpauth://totp/Example:mina?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Example&digits=6&period=30";

    private static final Duration QUIET = Duration.ofSeconds(3);

    /** Types the password when its field can be typed in, asks for the code when it can be asked for, and notes when. */
    private static final String OWNER = """
            const [password, millisPerKey] = ['%s', %d];
            const seen = window.ramznaSeen = {};
            const look = () => {
                const field = document.getElementById('password');
                if (field && !field.disabled && !seen.door) {
                    seen.door = performance.now();
                    setTimeout(() => {
                        field.value = password;
                        seen.typed = performance.now();
                        document.getElementById('unlock-submit').click();
                    }, millisPerKey * password.length);
                }
                const ask = document.querySelector('[id^="code-"]');
                if (ask && !seen.list) {
                    seen.list = performance.now();
                    ask.click();
                }
                if (!seen.code && document.getElementById('code')?.textContent.length >= 6) {
                    seen.code = performance.now();
                    requestAnimationFrame(() => setTimeout(() => seen.painted = performance.now()));
                }
            };
            new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });
            """;

    private final Path profile;
    private final URI address;
    private final long bytes;

    private BenchPhone(Path profile, URI address, long bytes) {
        this.profile = profile;
        this.address = address;
        this.bytes = bytes;
    }

    /** Installs the app from {@code portal} into an empty profile, adds a token and cuts the wire for good. */
    public static BenchPhone install(URI portal, Path profile) throws InterruptedException {
        try (CountingWire wire = new CountingWire(portal)) {
            Browser browser = Browser.separate(Screen.PHONE, profile);
            RamznaPages app = new RamznaPages(browser, wire.address()).open();
            app.until(
                    driver -> Boolean.TRUE.equals(browser.script("return navigator.serviceWorker.controller !== null")));
            long before = -1;
            while (before != wire.bytesDown()) {
                before = wire.bytesDown();
                Thread.sleep(QUIET);
            }
            app.chooseFirstPassword();
            app.pasteLink(TOKEN);
            app.addScanned();
            app.code();
            browser.driver().quit();
            return new BenchPhone(profile, wire.address(), before);
        }
    }

    /** What came down the wire on the first visit, headers and all, until the worker had kept the whole app. */
    public long bytesOfTheFirstVisit() {
        return bytes;
    }

    /**
     * One cold start.
     *
     * @param millisPerKey how fast the password is typed
     * @return milliseconds since the start of the navigation: {@code door}, {@code typed}, {@code list}, {@code code},
     *     {@code painted}
     */
    public Map<?, ?> start(int millisPerKey) {
        Browser browser = Browser.separate(Screen.PHONE, profile);
        try {
            browser.command(
                    "Page.addScriptToEvaluateOnNewDocument",
                    Map.of("source", OWNER.formatted(RamznaPages.PASSWORD, millisPerKey)));
            RamznaPages app = new RamznaPages(browser, address).open();
            return app.until(driver -> seen(browser));
        } finally {
            browser.driver().quit();
        }
    }

    private static @Nullable Map<?, ?> seen(Browser browser) {
        return (Map<?, ?>) browser.script("return window.ramznaSeen?.painted ? window.ramznaSeen : null");
    }
}
