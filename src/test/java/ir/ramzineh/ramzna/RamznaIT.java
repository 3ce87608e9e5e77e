package ir.ramzineh.ramzna;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How the app is served: headers, caching, the list of the service worker, and what is not answered. */
@PortalIT
class RamznaIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Transfer of everything that the device keeps, compressed. */
    private static final int TRANSFER_BYTES_MAX = 140_000;

    @LocalServerPort
    private int port;

    @Autowired
    private RamznaFiles files;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void thePageMayRunOnlyItsOwnScriptsAndSendsNothingAnywhere() throws Exception {
        HttpResponse<String> page = get("/ramzna/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValue(RamznaSecurity.POLICY);
        assertThat(RamznaSecurity.POLICY)
                .contains("default-src 'none'", "require-trusted-types-for 'script'")
                .doesNotContain("unsafe-inline", "'unsafe-eval'", "http:", "https:");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.headers().firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(page.headers().firstValue("Permissions-Policy").orElseThrow())
                .contains("camera=(self)", "clipboard-read=()", "microphone=()");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.body()).doesNotContain("<style", "onclick", "http://", "https://");
        assertThat(page.body().split("<script", -1)).hasSize(2);
    }

    @Test
    void theWorkersRunByTheWholePolicyAndOtherFilesMayDoNothingByThemselves() throws Exception {
        for (String path :
                List.of("/ramzna/sw.js", "/ramzna/workers/argon2.js", "/ramzna/missing", "/ramzna/index.html")) {
            assertThat(get(path).headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValue(RamznaSecurity.POLICY);
        }
        for (String path :
                List.of("/ramzna/ui/app.js", "/ramzna/app.css", "/ramzna/vendor/qr.js", "/ramzna/banks.json")) {
            HttpResponse<String> file = get(path);
            assertThat(file.headers().allValues("Content-Security-Policy"))
                    .as(path)
                    .containsExactly(RamznaSecurity.NOTHING);
            assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(file.headers().firstValue("Cross-Origin-Resource-Policy"))
                    .hasValue("same-origin");
        }
        assertThat(RamznaSecurity.NOTHING).contains("default-src 'none'", "frame-ancestors 'none'");
    }

    @Test
    void aFileTravelsInTheSmallestEncodingThatTheBrowserReads() throws Exception {
        int plain = encoded("/ramzna/vendor/qr.js", "identity", null);
        int gzip = encoded("/ramzna/vendor/qr.js", "gzip", "gzip");
        int brotli = encoded("/ramzna/vendor/qr.js", "gzip, deflate, br, zstd", "br");
        assertThat(brotli).isLessThan(gzip).isLessThan(plain / 2);
        assertThat(encoded("/ramzna/ui/app.js", "gzip, deflate, br, zstd", "gzip"))
                .isLessThan(encoded("/ramzna/ui/app.js", "", null) / 3);
        assertThat(get("/ramzna/vendor/qr.js.br").statusCode()).isEqualTo(404);
    }

    private int encoded(String path, String accepted, @Nullable String as) throws Exception {
        HttpResponse<byte[]> answer = http.send(
                request(path).header("Accept-Encoding", accepted).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Encoding").orElse(null))
                .as(path)
                .isEqualTo(as);
        assertThat(answer.headers().firstValue("Vary").orElseThrow()).as(path).isEqualToIgnoringCase("Accept-Encoding");
        return answer.body().length;
    }

    @Test
    void everyFileIsAskedForAnewAndSentOnlyWhereItHasChanged() throws Exception {
        for (String path : List.of("/ramzna/", "/ramzna/sw.js", "/ramzna/ui/app.js", "/ramzna/banks.json")) {
            HttpResponse<String> first = get(path);
            assertThat(first.statusCode()).as(path).isEqualTo(200);
            assertThat(first.headers().firstValue("Cache-Control")).as(path).hasValue("no-cache");
            String tag = first.headers().firstValue("ETag").orElseThrow();
            HttpResponse<String> second =
                    send(request(path).header("If-None-Match", tag).GET());
            assertThat(second.statusCode()).as(path).isEqualTo(304);
        }
    }

    @Test
    void theAddressWithoutASlashLeadsToTheApp() throws Exception {
        HttpResponse<String> answer = get("/ramzna");
        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("Location")).hasValue("/ramzna/");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void nothingElseIsAnswered() throws Exception {
        assertThat(get("/ramzna/core/").statusCode()).isEqualTo(404);
        assertThat(get("/ramzna/../application.properties").statusCode()).isNotEqualTo(200);
        assertThat(get("/ramzna/%2e%2e/ramzineh/base.css").statusCode()).isNotEqualTo(200);
        assertThat(send(request("/ramzna/").POST(HttpRequest.BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(405);
        assertThat(get("/ramzna/missing.js").headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void theServiceWorkerKeepsExactlyWhatIsServed() throws Exception {
        String worker = get("/ramzna/sw.js").body();
        String line = worker.lines().findFirst().orElseThrow();
        JsonNode shell = JSON.readTree(line.substring("self.ramznaShell = ".length(), line.length() - 1));
        assertThat(shell.get("version").stringValue()).isEqualTo(files.version());
        assertThat(shell.get("files").size()).as("requests of a start").isLessThan(20);
        int bytes = 0;
        for (JsonNode kept : shell.get("files")) {
            URI address = address("/ramzna/").resolve(kept.get("path").stringValue());
            HttpResponse<byte[]> plain =
                    http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(new RamznaFile("", plain.body()).integrity())
                    .as(address.getPath())
                    .isEqualTo(kept.get("integrity").stringValue());
            bytes += http.send(
                            HttpRequest.newBuilder(address)
                                    .header("Accept-Encoding", "gzip")
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body()
                    .length;
        }
        assertThat(bytes).as("bytes of the whole app, compressed").isLessThan(TRANSFER_BYTES_MAX);
        assertThat(worker).contains("addEventListener('fetch'");
    }

    @Test
    void theBanksAreThoseOfTheProfilesAndHoldNoSecret() throws Exception {
        JsonNode banks = JSON.readTree(get("/ramzna/banks.json").body()).get("banks");
        assertThat(banks).hasSize(7);
        JsonNode melli = banks.valueStream()
                .filter(bank -> bank.get("key").stringValue().equals("melli"))
                .findFirst()
                .orElseThrow();
        assertThat(melli.get("receipt").get("receipt").toString()).isEqualTo("{\"length\":8,\"alphabet\":\"digits\"}");
        assertThat(melli.get("receipt").get("sms").toString()).isEqualTo("{\"length\":114,\"alphabet\":\"letters\"}");
        assertThat(Map.of("digits", 7, "periodSeconds", 60))
                .isEqualTo(JSON.convertValue(melli.get("passwords").get("second"), Map.class));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address(path));
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
