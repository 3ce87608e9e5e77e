package ir.ramzineh.ramzna;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What the authenticator carries of others is what its list names, with its licence, and small. */
class RamznaVendorTest {
    private static final Path APP = Path.of("src/main/resources/META-INF/resources/ramzna");
    private static final Path VENDOR = APP.resolve("vendor");
    private static final Path TEXTS = APP.resolve("texts");
    private static final int COMPRESSED_MAX = 150_000;
    private static final int LINES_MAX = 300;

    @Test
    void everyFileOfOthersIsListedWithItsHashAndLicence() throws Exception {
        String list = Files.readString(VENDOR.resolve("README.md"));
        Map<String, String> listed = Pattern.compile(
                        "\\| `(\\S+\\.js)` \\|.*\\((\\S+LICENSE\\.txt)\\) \\| `([0-9a-f]{64})` \\|")
                .matcher(list)
                .results()
                .peek(row -> assertThat(VENDOR.resolve(row.group(2))).isNotEmptyFile())
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(3)));
        Map<String, String> found = new TreeMap<>();
        for (Path file : scripts(VENDOR)) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            found.put(file.getFileName().toString(), HexFormat.of().formatHex(hash));
        }
        assertThat(found).isNotEmpty().isEqualTo(listed);
    }

    /** That it is the same is shown by a browser, whose service worker compares hashes (RamznaWireJourney). */
    @Test
    void besideEachLiesTheSameInBrotliAndSmaller() throws Exception {
        for (Path file : scripts(VENDOR)) {
            Path brotli = file.resolveSibling(file.getFileName() + ".br");
            assertThat(brotli).isNotEmptyFile();
            assertThat(Files.size(brotli)).isLessThan(compressed(Files.readAllBytes(file)));
        }
    }

    /** Pictures and the portal's fonts apart. */
    @Test
    void everythingOfTheAppThatIsTextIsSmallOnTheWire() throws Exception {
        long bytes = 0;
        for (Path file : files(APP)) {
            if (file.getFileName().toString().matches(".*\\.(js|css|html|webmanifest|json|svg)")) {
                bytes += compressed(Files.readAllBytes(file));
            }
        }
        assertThat(bytes).isLessThan(COMPRESSED_MAX);
    }

    @Test
    void noModuleOfOursIsLong() throws Exception {
        for (Path file : scripts(APP)) {
            if (!file.startsWith(VENDOR) && !file.startsWith(TEXTS)) {
                assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(LINES_MAX);
            }
        }
    }

    private static List<Path> scripts(Path folder) throws IOException {
        return files(folder).stream()
                .filter(file -> file.toString().endsWith(".js"))
                .toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static int compressed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.size();
    }
}
