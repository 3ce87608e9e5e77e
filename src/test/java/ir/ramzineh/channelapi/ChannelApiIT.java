package ir.ramzineh.channelapi;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.ForkFolder;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.core.context.ListeningSecurityContextHolderStrategy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/** The channel API from outside: keys, strict input, problems, and what never leaves (security case 20). */
@PortalIT
class ChannelApiIT {
    private static final String CARD = "6104337770000006";

    @LocalServerPort
    private int port;

    @Autowired
    private ChannelClients clients;

    @Autowired
    private TestClock clock;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void anAnswerIsTheVerdictAndNothingMoreAndSetsNoCookie() throws Exception {
        HttpResponse<String> answer = ask(key(), body("a", "\"1234567\""));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"verdict\":\"REFUSED\"}");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aKeyIsGoodWhateverStandsInTheStaticHolderOfTheJvm() throws Exception {
        SecurityContextHolderStrategy before = SecurityContextHolder.getContextHolderStrategy();
        SecurityContextHolder.setContextHolderStrategy(new ListeningSecurityContextHolderStrategy(event -> {}));
        try {
            assertThat(ask(key(), body("static", "\"1234567\"")).statusCode()).isEqualTo(200);
        } finally {
            SecurityContextHolder.setContextHolderStrategy(before);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "1234567"                          | 1234567                                | code
            "1234567"                          | null                                   | code
            "1234567"                          | "123456789012345678901234567890123"    | code
            "password":"SECOND"                | "password":"THIRD"                     | password
            "amount":1000                      | "amount":"1000"                        | transaction.amount
            "amount":1000                      | "amount":-1                            | transaction.amount
            "amount":1000                      | "amount":10.5                          | transaction.amount
            "merchantId":"M1"                  | "merchantId":""                        | transaction.merchantId
            "type":"PURCHASE"                  | "type":"purchase"                      | transaction.type
            6104337770000006                   | 6104337770000007                       | card
            """)
    void malformedInputIsAProblemThatNamesTheField(String right, String wrong, String field) throws Exception {
        HttpResponse<String> answer = ask(key(), body("m", "\"1234567\"").replace(right, wrong));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body())
                .contains("\"field\":\"" + field + "\"")
                .doesNotContain(CARD)
                .doesNotContain("1234567");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`}`|`,\"extra\":1}`",
                "`}`|`} trailing`",
                "`{`|`[`",
                "`\"requestId\"`|`\"password\":\"FIRST\",\"requestId\"`"
            })
    void nothingIsForgivenAroundTheFields(String right, String wrong) throws Exception {
        String good = body("x", "\"1234567\"");
        int at = good.lastIndexOf(right);
        String bad = good.substring(0, at) + wrong + good.substring(at + right.length());
        assertThat(ask(key(), bad).statusCode()).isEqualTo(400);
    }

    @Test
    void aBodyOfMoreThanFourKilobytesIsRefused() throws Exception {
        assertThat(ask(key(), body("big", "\"" + "1".repeat(5000) + "\"")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void withoutAKeyWithAWrongOneOrWithAnotherScopeThereIsNoAnswer() throws Exception {
        String policyOnly = clients.register(name(), "policy only", EnumSet.of(ChannelScope.PASSWORD_POLICY))
                .bearer();
        String good = key();
        char last = good.charAt(20);
        String flipped = good.substring(0, 20) + (last == 'x' ? 'y' : 'x') + good.substring(21);
        assertThat(ask(null, body("k1", "\"1234567\"")).statusCode()).isEqualTo(401);
        assertThat(ask("rz.card-switch.nonsense", body("k2", "\"1234567\"")).statusCode())
                .isEqualTo(401);
        assertThat(ask(flipped, body("k3", "\"1234567\"")).statusCode()).isEqualTo(401);
        assertThat(ask(policyOnly, body("k4", "\"1234567\"")).statusCode()).isEqualTo(403);
        assertThat(post("/api/v1/password-policies", policyOnly, "{\"card\":\"" + CARD + "\",\"password\":\"SECOND\"}")
                        .body())
                .isEqualTo("{\"staticPasswordAllowed\":true,\"oneTimeCodeAllowed\":false}");
        assertThat(post("/api/v1/anything", good, "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void aKeyInRotationStaysGoodForTheOverlapAndARevokedClientIsOut() throws Exception {
        String id = name();
        String old = clients.register(id, "rotating", EnumSet.allOf(ChannelScope.class))
                .bearer();
        String fresh = clients.rotate(id).bearer();
        assertThat(ask(old, body("r1", "\"1234567\"")).statusCode()).isEqualTo(200);
        assertThat(ask(fresh, body("r2", "\"1234567\"")).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofHours(25));
        assertThat(ask(old, body("r3", "\"1234567\"")).statusCode()).isEqualTo(401);
        assertThat(ask(fresh, body("r4", "\"1234567\"")).statusCode()).isEqualTo(200);
        assertThat(clients.revoke(id)).isTrue();
        clock.advance(Duration.ofSeconds(2));
        assertThat(ask(fresh, body("r5", "\"1234567\"")).statusCode()).isEqualTo(401);
    }

    @Test
    void aRequestIdUsedForAnotherQuestionIsAConflict() throws Exception {
        String key = key();
        String body = body("c", "\"1234567\"");
        assertThat(ask(key, body).statusCode()).isEqualTo(200);
        assertThat(ask(key, body).statusCode()).isEqualTo(200);
        assertThat(ask(key, body.replace("1234567", "7654321")).statusCode()).isEqualTo(409);
    }

    /** The contract in docs/ is what the portal serves; to renew it, copy target/openapi.json there. */
    @Test
    void theDocumentedContractIsTheServedOne() throws Exception {
        HttpResponse<String> served =
                http.send(HttpRequest.newBuilder(uri("/api/openapi")).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(served.statusCode()).isEqualTo(200);
        String contract = served.body().replaceAll("http://[^\"]+:\\d+", "http://localhost:8080");
        Files.writeString(Path.of("target", "openapi.json"), contract);
        assertThat(Path.of("docs", "openapi.json")).hasContent(contract);
    }

    private String key() throws IOException {
        return Files.readString(ForkFolder.trial().resolve("card-switch.key"));
    }

    private static String name() {
        return "t-" + UUID.randomUUID();
    }

    private static String body(String name, String code) {
        return """
                {"requestId":"%s","card":"%s","password":"SECOND","code":%s,"transaction":{"type":"PURCHASE","amount":1000,"merchantId":"M1","terminalId":"T1"}}""".formatted(name + "-" + UUID.randomUUID().toString().substring(0, 18), CARD, code);
    }

    private HttpResponse<String> ask(String key, String body) throws IOException, InterruptedException {
        return post("/api/v1/verifications", key, body);
    }

    private HttpResponse<String> post(String path, String key, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
