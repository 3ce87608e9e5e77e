package ir.ramzineh.e2e;

import ir.ramzineh.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;

/** The accessibility checker axe-core, run in the page that is open. */
final class Axe {
    private static final Duration RUN_MAX = Patience.LONG;
    private static final String SCRIPT = script();

    private Axe() {}

    /** What weighs seriously or critically, one line each: rule, what it says, where. */
    static List<String> findings(WebDriver driver) {
        JavascriptExecutor page = (JavascriptExecutor) driver;
        driver.manage().timeouts().scriptTimeout(RUN_MAX);
        page.executeScript("if (!window.axe) { " + SCRIPT + " }");
        Object found = page.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, {resultTypes: ['violations']}).then(
                    (result) => done(result.violations
                        .filter((v) => v.impact === 'serious' || v.impact === 'critical')
                        .flatMap((v) => v.nodes.map((n) => v.id + ': ' + n.failureSummary.replaceAll('\\n', ' ')
                            + ' @ ' + n.target.join(' ')))),
                    (failure) => done(['axe: ' + failure]));
                """);
        return ((List<?>) Objects.requireNonNull(found))
                .stream().map(String::valueOf).toList();
    }

    private static String script() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
