package ir.ramzineh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The types that the authenticator's modules state in their comments hold, and none is left out. Two calls that are wrong on
 * purpose are checked with them.
 */
@ExtendWith(KeepsTraces.class)
class RamznaTypesJourney {
    private static final Duration CHECK_MAX = Duration.ofMinutes(10);
    private static final String BROKEN = "/checks/broken.js";
    private static final String WRONG_CALLS = """
            import { totp, hotp } from '/ramzna/core/otp.js';
            totp('a key', 0, { digits: 6, period: 30, hash: 'SHA1' });
            hotp(new Uint8Array(20), 0, 6, 'MD5');
            """;

    @Test
    void everyModuleKeepsItsTypes() {
        try (RamznaCheckPages pages = new RamznaCheckPages()) {
            Browser browser = Browser.fresh(Screen.DESKTOP);
            browser.driver().manage().timeouts().scriptTimeout(CHECK_MAX);
            browser.driver().get(pages.address("/checks/types.html"));
            List<String> modules = RamznaCheckPages.modules();
            List<String> ours = modules.stream()
                    .filter(module -> !module.startsWith("/ramzna/vendor/"))
                    .toList();
            assertThat(ours).hasSizeGreaterThan(30);
            assertThat(problems(browser, modules, ours, Map.of(BROKEN, WRONG_CALLS)))
                    .as("two wrong calls, and nothing else")
                    .hasSize(2)
                    .anyMatch(problem -> problem.startsWith(BROKEN + ":2:"))
                    .anyMatch(problem -> problem.startsWith(BROKEN + ":3:"));
        }
    }

    private static List<String> problems(
            Browser browser, List<String> files, List<String> roots, Map<String, String> written) {
        Object found = browser.script(
                "return import('/checks/types.js').then((types) => types.problems(...arguments))",
                files,
                roots,
                written);
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }
}
