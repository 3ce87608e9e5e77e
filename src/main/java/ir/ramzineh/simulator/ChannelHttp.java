package ir.ramzineh.simulator;

import ir.ramzineh.kernel.InvalidValueException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The bank's channels as outsiders: HTTP, a key from the trial's folder, and nothing the API does not say. */
@Component
class ChannelHttp {
    private static final Duration ANSWER_MAX = Duration.ofMinutes(2);

    /** What came back. */
    record Answer(int status, String body, int retryAfterSeconds) {}

    private final Environment environment;
    private final JsonMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    ChannelHttp(Environment environment, JsonMapper json) {
        this.environment = environment;
        this.json = json;
    }

    /**
     * Asks.
     *
     * @param client whose key is used, such as {@code card-switch}
     * @param path below {@code /api/v1/}
     * @throws InvalidValueException {@code simulator.failed}: the portal did not answer
     */
    Answer post(String client, String path, Object body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address(path))
                    .timeout(ANSWER_MAX)
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + key(client))
                    .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                    .build();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            int wait = response.headers()
                    .firstValue("Retry-After")
                    .map(Integer::parseInt)
                    .orElse(0);
            return new Answer(response.statusCode(), response.body(), wait);
        } catch (IOException e) {
            throw new InvalidValueException("simulator.failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InvalidValueException("simulator.failed");
        }
    }

    private URI address(String path) {
        return URI.create(
                "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + "/api/v1/" + path);
    }

    private String key(String client) throws IOException {
        Path folder = Path.of(environment.getRequiredProperty("ramzineh.trial.folder"));
        return Files.readString(folder.resolve(client + ".key")).strip();
    }
}
