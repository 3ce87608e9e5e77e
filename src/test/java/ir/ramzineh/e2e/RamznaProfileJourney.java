package ir.ramzineh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What somebody has who copies an authenticator's storage: its records by a script, or the whole profile of the browser
 * from the disk. docs/design-decisions/009-keys-in-a-browser.md says what follows from it.
 */
@ExtendWith(KeepsTraces.class)
class RamznaProfileJourney {
    private static final String PASSWORD = "ramz1394";
    private static final String LABEL = "504706******1330";
    private static final String IN_CLEAR = "this lies there to be found 1394";
    private static final byte[] KEY =
            HexFormat.of().parseHex("8fd34ef9f86b9889002d64fd1f9e19a0b20b131bd871f2fa03499cf055814122");
    private static final String BASE32 = "R7JU56PYNOMISABNMT6R7HQZUCZAWEY33BY7F6QDJGOPAVMBIERA";

    /** Bytes as text, so that records travel through WebDriver; a key that cannot be exported stays behind. */
    private static final String READ_ALL = """
            const bytes = (_, value) => value instanceof Uint8Array ? { bytes: Array.from(value) } : value;
            return Promise.all(['device', 'password', 'tries'].map((key) => database.read('vault', key))
                .concat(database.readAll('tokens')))
                .then(([device, password, tries, tokens]) => JSON.stringify({ device, password, tries, tokens }, bytes));
            """;

    private static final String WRITE_ALL = """
            const bytes = (_, value) => value?.bytes ? Uint8Array.from(value.bytes) : value;
            const copied = JSON.parse(arguments[0], bytes);
            await database.write([{ store: 'vault', key: 'password', value: copied.password },
                { store: 'vault', key: 'device', value: copied.device },
                ...copied.tokens.map((value) => ({ store: 'tokens', key: value.id, value }))]);
            """;

    @TempDir
    private Path folder;

    @Test
    void aCopyOfTheStorageGivesNothing() {
        try (RamznaCheckPages pages = new RamznaCheckPages()) {
            Path profile = folder.resolve("phone");
            Browser phone = opened(Browser.separate(Screen.PHONE, profile), pages);
            phone.script("""
                    return Promise.all([import('/ramzna/core/store.js'), import('/ramzna/core/database.js')])
                        .then(async ([store, database]) => {
                            await store.create(arguments[0]);
                            const token = { section: 'card', kind: 'SECOND', issuer: 'shahr', issuerName: 'Shahr', last4: '1330',
                                label: arguments[2], algorithm: 'SHA256', digits: 7, period: 60, type: 'totp', pinDigits: 0 };
                            await store.add(token, Uint8Array.from(arguments[1]));
                            await database.write([{ store: 'vault', key: 'in clear', value: arguments[3] }]);
                        })
                    """, PASSWORD, numbers(KEY), LABEL, IN_CLEAR);
            String records = (String) phone.script(withDatabase(READ_ALL));
            assertThat(records).contains("argon2id").doesNotContain(LABEL);
            phone.driver().quit();

            nothingReadableLiesIn(profile);
            anotherBrowserWithTheRecordsOpensNothing(pages, records);
            anotherBrowserWithTheWholeProfileStillNeedsThePassword(pages, profile);
        }
    }

    private void nothingReadableLiesIn(Path profile) {
        String disk = everyByteOf(profile);
        assertThat(disk).as("a search that finds what is there").contains(IN_CLEAR);
        Map<String, String> secrets = new LinkedHashMap<>();
        secrets.put("password", PASSWORD);
        secrets.put("password in UTF-16", latin(PASSWORD.getBytes(StandardCharsets.UTF_16LE)));
        secrets.put("key", latin(KEY));
        secrets.put("key in hexadecimal", HexFormat.of().formatHex(KEY));
        secrets.put("key in base32", BASE32);
        secrets.put("key in base64", Base64.getEncoder().encodeToString(KEY).substring(0, 40));
        secrets.put("card", LABEL);
        secrets.forEach(
                (what, secret) -> assertThat(disk.contains(secret)).as(what).isFalse());
    }

    private void anotherBrowserWithTheRecordsOpensNothing(RamznaCheckPages pages, String records) {
        Browser other = opened(Browser.separate(Screen.PHONE), pages);
        other.script(withDatabase(WRITE_ALL), records);
        assertThat(unlock(other, PASSWORD)).as("with the right password").isEqualTo("damaged");
        other.driver().quit();
    }

    /** The device key lies in the profile, so here the password alone stands guard. */
    private void anotherBrowserWithTheWholeProfileStillNeedsThePassword(RamznaCheckPages pages, Path profile) {
        Path copy = folder.resolve("copy");
        copy(profile, copy);
        Browser other = opened(Browser.separate(Screen.PHONE, copy), pages);
        assertThat(unlock(other, "wrong1394")).isEqualTo("wrong");
        assertThat(other.script(
                        "return import('/ramzna/core/store.js').then((s) => s.list()).then(() => '', (e) => e.code)"))
                .isEqualTo("locked");
        assertThat(unlock(other, PASSWORD)).isEqualTo("opened");
        other.driver().quit();
    }

    private static Browser opened(Browser browser, RamznaCheckPages pages) {
        browser.driver().get(pages.address("/checks/index.html"));
        return browser;
    }

    private static Object unlock(Browser browser, String password) {
        return browser.script("""
                return import('/ramzna/core/store.js')
                    .then((store) => store.unlock(arguments[0])).then(() => 'opened', (error) => error.code)
                """, password);
    }

    private static String withDatabase(String body) {
        return "return import('/ramzna/core/database.js').then(async (database) => {" + body + "})";
    }

    private static int[] numbers(byte[] bytes) {
        int[] numbers = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            numbers[i] = Byte.toUnsignedInt(bytes[i]);
        }
        return numbers;
    }

    private static String everyByteOf(Path folder) {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(latin(Files.readAllBytes(file))).append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString();
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                if (!Files.isSymbolicLink(file)) {
                    Files.copy(file, to.resolve(from.relativize(file)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
