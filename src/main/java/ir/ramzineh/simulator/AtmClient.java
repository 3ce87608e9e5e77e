package ir.ramzineh.simulator;

import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.InvalidValueException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ATM as an outsider: HTTP, its key from the trial's folder, and nothing the terminal API does not say. */
@Component
class AtmClient {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(15);
    private static final String TERMINAL = "SIM-ATM-1";

    private final Environment environment;
    private final IdSource ids;
    private final JsonMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    AtmClient(Environment environment, IdSource ids, JsonMapper json) {
        this.environment = environment;
        this.ids = ids;
        this.json = json;
    }

    String newRequestId() {
        return "atm-" + ids.next();
    }

    /**
     * Asks the portal.
     *
     * @param path last part of the address: {@code offers}, {@code remains} or {@code actions}
     * @param more fields beside terminal, card and language
     * @throws InvalidValueException {@code simulator.atm.failed}: no usable answer
     */
    JsonNode ask(String path, CardNumber card, Locale language, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("terminalId", TERMINAL);
        body.put("card", card.digits());
        body.put("language", language.getLanguage().equals("en") ? "en" : "fa");
        try {
            HttpRequest request = HttpRequest.newBuilder(address(path))
                    .timeout(ANSWER_MAX)
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + key())
                    .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                    .build();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new InvalidValueException("simulator.atm.failed");
            }
            return json.readTree(response.body());
        } catch (IOException e) {
            throw new InvalidValueException("simulator.atm.failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InvalidValueException("simulator.atm.failed");
        }
    }

    private URI address(String path) {
        String port = environment.getRequiredProperty("local.server.port");
        return URI.create("http://127.0.0.1:" + port + "/api/v1/terminals/" + path);
    }

    private String key() throws IOException {
        Path folder = Path.of(environment.getRequiredProperty("ramzineh.trial.folder"));
        return Files.readString(folder.resolve("terminal.key")).strip();
    }
}
