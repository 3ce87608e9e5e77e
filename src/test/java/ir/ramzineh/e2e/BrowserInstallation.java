package ir.ramzineh.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.manager.SeleniumManager;

/**
 * Finds a Chrome or Chromium with its driver: on the machine, else through Selenium's own manager, else (as root on
 * Debian) from the distribution. What cannot be had ends in the command to type.
 */
record BrowserInstallation(Path browser, Path driver) {
    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final List<String> DRIVERS = List.of("chromedriver", "chromium.chromedriver");
    private static final Duration INSTALL_MAX = Duration.ofMinutes(10);

    static BrowserInstallation ensure() {
        return onThisMachine().orElseGet(BrowserInstallation::fetched);
    }

    /** One test process at a time fetches; the next one finds what it fetched. */
    @SuppressWarnings("try")
    private static BrowserInstallation fetched() {
        try (FileChannel channel = FileChannel.open(
                        Path.of("target", "browser.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock alone = channel.lock()) {
            return onThisMachine()
                    .or(BrowserInstallation::fromSeleniumManager)
                    .or(BrowserInstallation::fromDebian)
                    .orElseThrow(
                            () -> new IllegalStateException(
                                    "The browser journeys need Chromium and its driver: type `apt-get install chromium chromium-driver` (Debian, Ubuntu) or install Google Chrome, then run again."));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot wait for the other test process", e);
        }
    }

    private static Optional<BrowserInstallation> onThisMachine() {
        return onPath(BROWSERS)
                .flatMap(browser -> onPath(DRIVERS).map(driver -> new BrowserInstallation(browser, driver)));
    }

    private static Optional<Path> onPath(List<String> names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return names.stream()
                .flatMap(name ->
                        List.of(path.split(java.io.File.pathSeparator)).stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<BrowserInstallation> fromSeleniumManager() {
        try {
            var found = SeleniumManager.getInstance()
                    .getBinaryPaths(List.of("--browser", new ChromeOptions().getBrowserName()));
            return Optional.of(
                    new BrowserInstallation(Path.of(found.getBrowserPath()), Path.of(found.getDriverPath())));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<BrowserInstallation> fromDebian() {
        if (!Files.exists(Path.of("/usr/bin/apt-get")) || !"root".equals(System.getProperty("user.name"))) {
            return Optional.empty();
        }
        run("apt-get", "update", "-qq");
        run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "chromium-driver");
        return onThisMachine();
    }

    private static void run(String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
            builder.environment().putAll(Map.of("DEBIAN_FRONTEND", "noninteractive"));
            Process process = builder.start();
            if (!process.waitFor(INSTALL_MAX.toMinutes(), TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot run " + command[0], e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
