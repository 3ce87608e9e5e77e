package ir.ramzineh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a phone reaches the portal: from an address of its own where the system has more than one for itself, so that the
 * phones of many tests within a minute do not use up what the portal grants one address.
 */
final class TestPhoneLine {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AtomicInteger LINES = new AtomicInteger();

    private final HttpClient http;
    private final URI portal;

    TestPhoneLine(URI portal) {
        boolean manyAddresses = System.getProperty("os.name").equals("Linux");
        this.http = manyAddresses ? HttpClient.newBuilder().localAddress(own()).build() : HttpClient.newHttpClient();
        this.portal = manyAddresses ? URI.create("http://127.0.0.1:" + portal.getPort()) : portal;
    }

    private static InetAddress own() {
        int line = LINES.incrementAndGet();
        return InetAddress.ofLiteral("127.1.%d.%d".formatted(line >> 8 & 0xff, line & 0xff));
    }

    /** @param headers name and value in turn */
    TestPhone.Answer post(String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(portal.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Map<String, String> told = new HashMap<>();
            response.headers().map().forEach((name, values) -> told.put(name, values.getFirst()));
            return new TestPhone.Answer(response.statusCode(), JSON.readTree(response.body()), told);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
