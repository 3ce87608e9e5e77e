package ir.ramzineh.cases;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.verification.Verdict;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Requests and bodies of the channel API. */
final class Calls {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BUSY_MAX = 50;

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    Calls(int port) {
        this.port = port;
    }

    /** @param path below {@code /api/v1/} */
    HttpResponse<String> post(String path, String key, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/" + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The same again while the portal is too busy, as a good client does. */
    HttpResponse<String> patiently(String path, String key, String body) throws IOException, InterruptedException {
        for (int busy = 0; ; busy++) {
            HttpResponse<String> answer = post(path, key, body);
            if (answer.statusCode() != 503 || busy == BUSY_MAX) {
                return answer;
            }
            Thread.sleep(50);
        }
    }

    Verdict verdict(String key, String question) throws IOException, InterruptedException {
        HttpResponse<String> answer = patiently("verifications", key, question);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().contains("ACCEPTED") ? Verdict.ACCEPTED : Verdict.REFUSED;
    }

    String question(String id, Owner owner, String code, Transaction payment) {
        Map<String, Object> transaction = new LinkedHashMap<>();
        transaction.put("type", payment.type().name());
        transaction.put("amount", payment.amount().amount());
        transaction.put("merchantId", payment.merchantId());
        transaction.put("terminalId", payment.terminalId());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("requestId", id);
        body.put("card", owner.number().digits());
        body.put("password", "SECOND");
        body.put("code", code);
        body.put("transaction", transaction);
        return JSON.writeValueAsString(body);
    }

    /** A press of the button on a payment page. */
    String press(String id, Owner owner, Transaction payment) {
        return JSON.writeValueAsString(Map.of(
                "requestId", id,
                "card", owner.number().digits(),
                "processType", payment.type().name(),
                "amount", payment.amount().amount(),
                "merchantId", payment.merchantId(),
                "terminalId", payment.terminalId(),
                "requesterId", "PSP-1"));
    }

    String step(int step, Owner owner, String input) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("step", step);
        body.put("from", owner.mobile().e164());
        body.put("serviceCode", CaseScene.DIALLED_CODE);
        if (!input.isEmpty()) {
            body.put("input", input);
        }
        return JSON.writeValueAsString(body);
    }

    String allowance(String id, Owner owner, long amount) {
        return JSON.writeValueAsString(
                Map.of("requestId", id, "card", owner.number().digits(), "amount", amount));
    }

    /** A wish at an ATM. */
    String wish(String id, Owner owner, String entry, Map<String, Object> given) {
        Map<String, Object> body = new LinkedHashMap<>(given);
        body.put("requestId", id);
        body.put("terminalId", "ATM-1");
        body.put("card", owner.number().digits());
        body.put("language", "fa");
        body.put("entry", entry);
        return JSON.writeValueAsString(body);
    }
}
