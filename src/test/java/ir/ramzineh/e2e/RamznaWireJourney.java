package ir.ramzineh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.Patience;
import ir.ramzineh.PortalIT;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * What the first visit to the app costs on the wire: a new browser without any cache, everything that page and service worker
 * load until the app can be opened without a network, response headers counted.
 */
@PortalIT
class RamznaWireJourney extends PortalJourney {
    private static final long BYTES_MAX = 150_000;
    /** An answer without content: what is in a cache still holds. */
    private static final long HEADERS_BYTES_MAX = 500;

    private static final long WORKERS_BYTES_MAX = 5_000;
    private static final Duration STILL = Duration.ofSeconds(3);
    private static final Path LIST = Path.of("target", "app-first-visit.txt");

    @Test
    void theFirstVisitStaysBelow150KilobytesAndFetchesNothingTwice() throws IOException {
        Browser browser = Browser.separate(Screen.PHONE);
        try (CountingWire wire = new CountingWire(portal());
                NetworkLog log = browser.listen(wire.address())) {
            new RamznaPages(browser, wire.address()).open().shown("password-repeat");
            browser.await()
                    .until(driver ->
                            Boolean.TRUE.equals(browser.script("return navigator.serviceWorker.controller !== null")));
            Awaitility.await().atMost(Patience.LONG).until(new Still(wire)::holds);

            List<NetworkLog.Load> fetched = log.loads().stream()
                    .filter(load -> load.bytes() > 0)
                    .sorted(Comparator.comparingLong(NetworkLog.Load::bytes).reversed())
                    .toList();
            keep(fetched, log.bytes(), wire.bytesDown());
            assertThat(fetched)
                    .filteredOn(load -> load.bytes() > HEADERS_BYTES_MAX)
                    .extracting(load -> URI.create(load.url()).getPath())
                    .contains("/ramzna/", "/ramzna/ui/app.js", "/ramzna/texts/en.js", "/ramzna/vendor/qr.js")
                    .doesNotHaveDuplicates();
            assertThat(log.bytes()).as("bytes that the browser tells of").isLessThan(BYTES_MAX);
            assertThat(wire.bytesDown()).as("bytes on the wire").isLessThan(BYTES_MAX);
            assertThat(wire.bytesDown() - log.bytes())
                    .as("bytes on the wire that the browser does not tell of: the scripts of two workers")
                    .isBetween(1L, WORKERS_BYTES_MAX);
        }
    }

    /** Whether nothing has come down the wire for a while. */
    private static final class Still {
        private final CountingWire wire;
        private long bytes = -1;
        private long since;

        Still(CountingWire wire) {
            this.wire = wire;
        }

        boolean holds() {
            long now = System.nanoTime();
            if (wire.bytesDown() != bytes) {
                bytes = wire.bytesDown();
                since = now;
            }
            return now - since > STILL.toNanos();
        }
    }

    private static void keep(List<NetworkLog.Load> fetched, long told, long wire) throws IOException {
        String list = fetched.stream()
                .map(load -> "%7d %s%n"
                        .formatted(load.bytes(), URI.create(load.url()).getPath()))
                .collect(Collectors.joining());
        Files.writeString(LIST, list + "%7d told by the browser%n%7d on the wire%n".formatted(told, wire));
    }
}
