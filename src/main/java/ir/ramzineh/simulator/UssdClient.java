package ir.ramzineh.simulator;

import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.MobileNumber;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The USSD gateway of a network as an outsider: HTTP, its key from the trial's folder, and nothing the API does not say. */
@Component
class UssdClient {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);

    /** What the telephone shows. */
    record Screen(String text, boolean last) {}

    private final Environment environment;
    private final IdSource ids;
    private final JsonMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    UssdClient(Environment environment, IdSource ids, JsonMapper json) {
        this.environment = environment;
        this.ids = ids;
        this.json = json;
    }

    String newSession() {
        return "simulator-" + ids.next();
    }

    /**
     * One step.
     *
     * @param input empty when dialling
     * @throws InvalidValueException {@code simulator.ussd.failed}: no screen came back
     */
    Screen step(String session, int step, MobileNumber from, String serviceCode, String input) {
        Map<String, Object> body = new HashMap<>(Map.of("step", step, "from", from.e164(), "serviceCode", serviceCode));
        if (!input.isEmpty()) {
            body.put("input", input);
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(address(session))
                    .timeout(ANSWER_MAX)
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + key())
                    .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                    .build();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new InvalidValueException("simulator.ussd.failed");
            }
            JsonNode screen = json.readTree(response.body());
            return new Screen(screen.at("/text").asString(), screen.at("/last").asBoolean());
        } catch (IOException e) {
            throw new InvalidValueException("simulator.ussd.failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InvalidValueException("simulator.ussd.failed");
        }
    }

    private URI address(String session) {
        return URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port")
                + "/api/v1/ussd/sessions/" + session);
    }

    private String key() throws IOException {
        Path folder = Path.of(environment.getRequiredProperty("ramzineh.trial.folder"));
        return Files.readString(folder.resolve("ussd-gateway.key")).strip();
    }
}
