package ir.ramzineh.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.WebDriverException;

/**
 * Keeps what the browsers showed when a journey failed, as {@code target/journey-failures/<class>-<test>.png} and .html,
 * and ends the separate ones.
 */
final class KeepsTraces implements AfterTestExecutionCallback {
    private static final Path FOLDER = Path.of("target", "journey-failures");

    @Override
    public void afterTestExecution(ExtensionContext context) throws IOException {
        try {
            if (context.getExecutionException().isPresent()) {
                keep(context);
            }
        } finally {
            Browser.quitSeparate();
        }
    }

    private static void keep(ExtensionContext context) throws IOException {
        String test = context.getRequiredTestClass().getSimpleName() + "-"
                + context.getRequiredTestMethod().getName() + "-" + context.getDisplayName();
        String name = test.replaceAll("[^\\p{L}\\p{N}-]+", "_");
        Files.createDirectories(FOLDER);
        int number = 0;
        for (Browser browser : Browser.open()) {
            number++;
            try {
                Files.write(FOLDER.resolve(name + "-" + number + ".png"), browser.screenshot());
                Files.writeString(
                        FOLDER.resolve(name + "-" + number + ".html"),
                        "<!-- " + browser.driver().getCurrentUrl() + " -->\n"
                                + browser.driver().getPageSource());
            } catch (WebDriverException gone) {
                Files.writeString(FOLDER.resolve(name + "-" + number + ".txt"), String.valueOf(gone.getMessage()));
            }
        }
    }
}
