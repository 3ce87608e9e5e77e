package ir.ramzineh.e2e;

import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.PasswordKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** The bank's card switch: asks over HTTP, with its key, whether a code is good for a purchase. */
final class CardSwitch {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long AMOUNT = 4_330_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI portal;
    private final String key;

    CardSwitch(URI portal, String key) {
        this.portal = portal;
        this.key = key;
    }

    static String newRequestId() {
        return UUID.randomUUID().toString();
    }

    /** A purchase with the second password that nobody asked about before. */
    String ask(CardNumber card, String code) {
        return ask(newRequestId(), card, code, AMOUNT);
    }

    String ask(String requestId, CardNumber card, String code) {
        return ask(requestId, card, code, AMOUNT);
    }

    /** The verdict, ACCEPTED or REFUSED. */
    String ask(String requestId, CardNumber card, String code, long amount) {
        String body = JSON.writeValueAsString(Map.of(
                "requestId", requestId,
                "card", card.digits(),
                "password", PasswordKind.SECOND.name(),
                "code", code,
                "transaction",
                        Map.of(
                                "type", "PURCHASE",
                                "amount", amount,
                                "merchantId", "000012345678901",
                                "terminalId", "12345678")));
        HttpRequest request = HttpRequest.newBuilder(portal.resolve("/api/v1/verifications"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError("the portal answered " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body()).get("verdict").stringValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
