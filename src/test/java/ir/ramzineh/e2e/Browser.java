package ir.ramzineh.e2e;

import ir.ramzineh.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * The one Chromium of a test run. {@link #fresh} gives it to a journey with no cookie and no open page left of the
 * journey before; it ends with the Java process.
 */
public final class Browser {
    private static final List<String> FLAGS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--lang=fa");
    private static final Duration WAIT_MAX = Patience.LONG;
    /** Longer than the driver itself waits for a page or a script. */
    private static final Duration ANSWER_MAX = Patience.LONG.multipliedBy(2);

    private static final Duration LOOK_EVERY = Duration.ofMillis(40);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final List<Browser> OPEN = new CopyOnWriteArrayList<>();

    private static @Nullable Browser shared;
    private static @Nullable Browser phone;

    private final ChromeDriver chrome;
    private final WebDriver driver;

    private Browser(ChromeDriver chrome) {
        this.chrome = chrome;
        WebDriver decorated = chrome;
        for (DriverDecorator decorator : ServiceLoader.load(DriverDecorator.class)) {
            decorated = decorator.decorate(decorated);
        }
        this.driver = decorated;
        chrome.manage().timeouts().scriptTimeout(Patience.LONG);
        OPEN.add(this);
    }

    /** Every browser that has not been quit. */
    static List<Browser> open() {
        return List.copyOf(OPEN);
    }

    /** The shared browser, emptied, at the size of {@code screen}. */
    public static synchronized Browser fresh(Screen screen) {
        if (shared == null) {
            shared = new Browser(launch());
            Runtime.getRuntime().addShutdownHook(new Thread(shared.chrome::quit));
        }
        shared.empty();
        shared.resize(screen);
        return shared;
    }

    /** A second, separate browser, for journeys in which two meet; it ends with the journey. */
    public static Browser separate(Screen screen) {
        Browser browser = new Browser(launch());
        browser.resize(screen);
        return browser;
    }

    /** A separate browser that keeps what it stores in {@code profile}, so that another one can begin with it. */
    static Browser separate(Screen screen, Path profile) {
        Browser browser = new Browser(launch("--user-data-dir=" + profile.toAbsolutePath()));
        browser.resize(screen);
        return browser;
    }

    /**
     * The phone of a customer: its camera sees what {@link Film} shows, it has no app and no memory of an earlier
     * journey, and {@code publicAddress}, where the QR codes of the portal lead, is the portal of this test.
     */
    public static synchronized Browser phone(URI publicAddress, URI portal) {
        if (phone == null) {
            phone = new Browser(launch(phoneFlags(publicAddress, portal))).patientWithAnswers();
            Runtime.getRuntime().addShutdownHook(new Thread(phone.chrome::quit));
        }
        phone.connect(true);
        phone.empty();
        phone.chrome.executeCdpCommand(
                "Storage.clearDataForOrigin", Map.of("origin", publicAddress.toString(), "storageTypes", "all"));
        phone.resize(Screen.PHONE);
        return phone;
    }

    /** A second phone beside {@link #phone}; it ends with the journey. */
    static Browser secondPhone(URI publicAddress, URI portal) {
        Browser browser = new Browser(launch(phoneFlags(publicAddress, portal))).patientWithAnswers();
        browser.resize(Screen.PHONE);
        return browser;
    }

    private static String[] phoneFlags(URI publicAddress, URI portal) {
        return new String[] {
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
            "--use-file-for-fake-video-capture=" + Film.file(),
            "--host-resolver-rules=MAP " + publicAddress.getAuthority() + " " + portal.getAuthority()
        };
    }

    /** Cuts the network of the open page, or gives it back. */
    void connect(boolean connected) {
        chrome.executeCdpCommand("Network.enable", Map.of());
        chrome.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", !connected, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** The app gives an answer up after a while; on a machine that stands still that is not the portal's fault. */
    private Browser patientWithAnswers() {
        onEveryPage("AbortSignal.timeout = () => new AbortController().signal");
        return this;
    }

    /**
     * Runs a script at the beginning of every page from the next one on.
     *
     * @return what ends it
     */
    Runnable onEveryPage(String source) {
        Object script = command("Page.addScriptToEvaluateOnNewDocument", Map.of("source", source))
                .get("identifier");
        return () -> command("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", String.valueOf(script)));
    }

    /**
     * From the next page on the clock of this browser stands still.
     *
     * @return what ends that, again from the next page on
     */
    Runnable standsAt(Instant moment) {
        return onEveryPage("Date.now = () => " + moment.toEpochMilli());
    }

    /** Any other command of the DevTools protocol. */
    Map<String, Object> command(String name, Map<String, Object> parameters) {
        return chrome.executeCdpCommand(name, parameters);
    }

    /** Ends every browser but the shared ones. */
    static void quitSeparate() {
        for (Browser browser : OPEN) {
            if (browser != shared && browser != phone) {
                OPEN.remove(browser);
                browser.chrome.quit();
            }
        }
    }

    /** Listens from now on to what this browser loads from {@code origin}. */
    NetworkLog listen(URI origin) {
        Object options = chrome.getCapabilities().getCapability("goog:chromeOptions");
        return new NetworkLog(String.valueOf(((Map<?, ?>) options).get("debuggerAddress")), origin);
    }

    public WebDriver driver() {
        return driver;
    }

    public WebDriverWait await() {
        return new WebDriverWait(driver, WAIT_MAX);
    }

    /** As {@link #await}, looking much oftener: for pages that answer by themselves. */
    WebDriverWait awaitClosely() {
        return new WebDriverWait(driver, WAIT_MAX, LOOK_EVERY);
    }

    /** Sets what {@code prefers-color-scheme} answers. */
    public void prefer(String colourScheme) {
        chrome.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colourScheme))));
    }

    /** Gives the page a built-in authenticator (WebAuthn) that is always touched; {@code traits} as in the protocol of CDP. */
    void recogniseWith(Map<String, Object> traits) {
        Map<String, Object> options = new HashMap<>(traits);
        options.putAll(Map.of("protocol", "ctap2", "ctap2Version", "ctap2_1", "transport", "internal"));
        options.putAll(
                Map.of("hasResidentKey", true, "hasUserVerification", true, "automaticPresenceSimulation", true));
        chrome.executeCdpCommand("WebAuthn.enable", Map.of());
        chrome.executeCdpCommand("WebAuthn.addVirtualAuthenticator", Map.of("options", options));
    }

    /** Takes it away again. */
    void recogniseNobody() {
        chrome.executeCdpCommand("WebAuthn.disable", Map.of());
    }

    /** Runs a script in the page and returns what it returns. */
    @Nullable
    Object script(String script, Object... arguments) {
        return chrome.executeScript(script, arguments);
    }

    /** Waits until the portal has nothing more to say, nothing is loading and nothing moves. */
    void awaitQuiet() {
        awaitClosely().until(Page.onOnePage(page -> Boolean.TRUE.equals(script("""
                const vaadin = window.Vaadin?.Flow?.clients ?? {};
                return document.readyState === 'complete'
                    && document.querySelector('main') !== null
                    && !document.querySelector('.state-loading')
                    && document.fonts.status === 'loaded'
                    && Object.values(vaadin).every((client) => !client.isActive || !client.isActive())
                    && document.getAnimations().every((a) => a.playState !== 'running'
                        || a.effect?.getComputedTiming().iterations === Infinity);
                """))));
    }

    boolean isWiderThanTheScreen() {
        return Boolean.TRUE.equals(
                script("return document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }

    /** As another browser that only remembers {@code kept}. */
    void forgetCookiesBut(String kept) {
        driver.manage().getCookies().stream()
                .filter(cookie -> !cookie.getName().equals(kept))
                .forEach(driver.manage()::deleteCookie);
    }

    /** Changes the size of the window without losing the page. */
    void show(Screen screen) {
        resize(screen);
    }

    /** Keeps the page from top to bottom as {@code target/screenshots/<name>.png}. */
    void keepWholePage(String name) {
        Object data = chrome.executeCdpCommand(
                        "Page.captureScreenshot",
                        Map.of("format", "png", "captureBeyondViewport", true, "optimizeForSpeed", true))
                .get("data");
        keep(name, Base64.getDecoder().decode(String.valueOf(data)));
    }

    /** The window as PNG bytes. */
    public byte[] screenshot() {
        return ((TakesScreenshot) driver).getScreenshotAs(OutputType.BYTES);
    }

    /** Keeps what is on the screen as {@code target/screenshots/<name>.png}. */
    public void keepScreenshot(String name) {
        keep(name, screenshot());
    }

    private static void keep(String name, byte[] png) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void resize(Screen screen) {
        driver.manage().window().setSize(new Dimension(Math.max(screen.width, 500), screen.height + 150));
        chrome.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width", screen.width,
                        "height", screen.height,
                        "deviceScaleFactor", screen.mobile ? 2 : 1,
                        "mobile", screen.mobile));
    }

    private void empty() {
        closeOtherTabs();
        chrome.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
        driver.get("about:blank");
        chrome.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        chrome.executeCdpCommand("Network.clearBrowserCache", Map.of());
    }

    private void closeOtherTabs() {
        List<String> tabs = List.copyOf(driver.getWindowHandles());
        for (String tab : tabs.subList(1, tabs.size())) {
            driver.switchTo().window(tab).close();
        }
        driver.switchTo().window(tabs.getFirst());
    }

    private static ChromeDriver launch(String... flags) {
        BrowserInstallation installation = BrowserInstallation.ensure();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(installation.browser().toString());
        options.addArguments(FLAGS);
        options.addArguments(flags);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(installation.driver().toFile())
                .withTimeout(Patience.LONG)
                .build();
        return new ChromeDriver(service, options, ClientConfig.defaultConfig().readTimeout(ANSWER_MAX));
    }
}
