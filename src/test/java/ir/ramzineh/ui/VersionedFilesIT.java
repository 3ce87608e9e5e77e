package ir.ramzineh.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a browser loads on every page it loads once only, and what may change it asks for again. */
@PortalIT
class VersionedFilesIT {
    private static final Pattern LOADED = Pattern.compile(
            "(?:href|src)=\"((?:\\./)?(?:VAADIN/build|ramzineh|aura)/[^\"]+\\.(?:js|css|woff2)[^\"]*)\"");

    @LocalServerPort
    private int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void everyFileOfThePageIsKeptForEver() throws Exception {
        List<String> files = LOADED.matcher(get("/sign-in").body())
                .results()
                .map(match -> match.group(1).replaceFirst("^\\./", ""))
                .toList();
        assertThat(files)
                .anyMatch(file -> file.startsWith("VAADIN/build/"))
                .anyMatch(file -> file.startsWith("ramzineh/base.css?v-c="))
                .anyMatch(file -> file.startsWith("ramzineh/pieces.js?v-c="))
                .anyMatch(file -> file.endsWith(".woff2"));
        for (String file : files) {
            HttpResponse<String> answer = get("/" + file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.headers().allValues("Cache-Control"))
                    .as(file)
                    .containsExactly("max-age=31536000, immutable");
            assertThat(answer.headers().firstValue("Set-Cookie")).as(file).isEmpty();
        }
    }

    @Test
    void whatMayChangeIsAskedForAgain() throws Exception {
        assertThat(get("/ramzineh/pieces.js").headers().firstValue("Cache-Control"))
                .contains("max-age=3600");
        assertThat(get("/sign-in").headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store");
        assertThat(VersionedFiles.neverChanges("/VAADIN/build/plain.js")).isFalse();
        assertThat(VersionedFiles.neverChanges("/ramzineh/mark.svg")).isFalse();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
