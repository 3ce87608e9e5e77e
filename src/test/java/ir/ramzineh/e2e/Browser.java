package ir.ramzineh.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
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
    private static final Duration WAIT_MAX = Duration.ofSeconds(20);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static Browser shared;

    private final ChromeDriver chrome;
    private final WebDriver driver;

    private Browser(ChromeDriver chrome) {
        this.chrome = chrome;
        WebDriver decorated = chrome;
        for (DriverDecorator decorator : ServiceLoader.load(DriverDecorator.class)) {
            decorated = decorator.decorate(decorated);
        }
        this.driver = decorated;
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

    /** A second, separate browser, for journeys in which two meet; the caller closes it with {@link #quit}. */
    public static Browser separate(Screen screen) {
        Browser browser = new Browser(launch());
        browser.resize(screen);
        return browser;
    }

    public void quit() {
        chrome.quit();
    }

    public WebDriver driver() {
        return driver;
    }

    public WebDriverWait await() {
        return new WebDriverWait(driver, WAIT_MAX);
    }

    /** Sets what {@code prefers-color-scheme} answers. */
    public void prefer(String colourScheme) {
        chrome.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colourScheme))));
    }

    /** The window as PNG bytes. */
    public byte[] screenshot() {
        return ((TakesScreenshot) driver).getScreenshotAs(OutputType.BYTES);
    }

    /** Keeps what is on the screen as {@code target/screenshots/<name>.png}. */
    public void keepScreenshot(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), screenshot());
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
        driver.get("about:blank");
        chrome.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        chrome.executeCdpCommand("Network.clearBrowserCache", Map.of());
    }

    private static ChromeDriver launch() {
        BrowserInstallation installation = BrowserInstallation.ensure();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(installation.browser().toString());
        options.addArguments(FLAGS);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(installation.driver().toFile())
                .build();
        return new ChromeDriver(service, options);
    }
}
