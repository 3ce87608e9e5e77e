package ir.ramzineh.simulator;

import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The card switch as an outsider: HTTP, its key from the trial's folder, and nothing the API does not say. */
@Component
class SwitchClient {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);

    /** What came back. */
    record Answer(int status, String body) {
        boolean accepted() {
            return status == 200 && body.contains("\"ACCEPTED\"");
        }
    }

    private final Environment environment;
    private final IdSource ids;
    private final JsonMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    SwitchClient(Environment environment, IdSource ids, JsonMapper json) {
        this.environment = environment;
        this.ids = ids;
        this.json = json;
    }

    String newRequestId() {
        return "simulator-" + ids.next();
    }

    /**
     * Asks.
     *
     * @throws InvalidValueException {@code simulator.switch.failed}: the portal did not answer
     */
    Answer ask(String requestId, CardNumber card, PasswordKind password, String code, Rial amount) {
        String body = json.writeValueAsString(Map.of(
                "requestId", requestId,
                "card", card.digits(),
                "password", password.name(),
                "code", code,
                "transaction",
                        Map.of(
                                "type", "PURCHASE",
                                "amount", amount.amount(),
                                "merchantId", "SIMULATOR-SHOP",
                                "terminalId", "SIM-0001")));
        try {
            HttpRequest request = HttpRequest.newBuilder(address())
                    .timeout(ANSWER_MAX)
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + key())
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new InvalidValueException("simulator.switch.failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InvalidValueException("simulator.switch.failed");
        }
    }

    private URI address() {
        return URI.create(
                "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + "/api/v1/verifications");
    }

    private String key() throws IOException {
        Path folder = Path.of(environment.getRequiredProperty("ramzineh.trial.folder"));
        return Files.readString(folder.resolve("card-switch.key")).strip();
    }
}
