package ir.ramzineh.sms.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import ir.ramzineh.Patience;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.StartupProblem;
import ir.ramzineh.sms.OutgoingSms;
import ir.ramzineh.sms.SmsCallbacks.Signed;
import ir.ramzineh.sms.SmsId;
import ir.ramzineh.sms.Submission;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP adapter against a server of this machine. */
class HttpProviderTest {
    static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final Instant NOW = Instant.parse("2026-11-22T06:40:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private HttpServer server;
    private volatile int status = 200;
    private volatile String answer = "{\"result\":{\"messageId\":\"abc-1\"}}";
    private volatile CountDownLatch answering = new CountDownLatch(0);
    private volatile String body = "";
    private volatile HttpExchange asked;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            asked = exchange;
            try {
                answering.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            byte[] bytes = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        answering.countDown();
        server.stop(0);
    }

    @Test
    void theMessageStandsInTheBodyTheProviderWantsAndIsSigned() {
        String text = "رمز پویا: 1234567\n\"}, {\"to\":\"+989129999999";
        try (HttpProvider provider = provider(
                settings(
                        "{\"receptor\":\"{to}\",\"line\":\"{from}\",\"message\":\"{text}\",\"ttl\":{validSeconds},\"ref\":\"{id}\"}"))) {
            assertThat(provider.submit(message("Bank Mellat", text))).isEqualTo(new Submission.Accepted("abc-1"));
        }
        JsonNode json = JSON.readTree(body);
        assertThat(json.propertyNames()).containsExactly("receptor", "line", "message", "ttl", "ref");
        assertThat(json.at("/receptor").asString()).isEqualTo("+989120000001");
        assertThat(json.at("/line").asString()).isEqualTo("Bank Mellat");
        assertThat(json.at("/message").asString()).as("no text adds a field").isEqualTo(text);
        assertThat(json.at("/ttl").asInt()).isEqualTo(90);

        assertThat(header("Idempotency-Key"))
                .isEqualTo("77")
                .isEqualTo(json.at("/ref").asString());
        assertThat(header("Authorization")).isEqualTo("Bearer of-the-account");
        Signed signed = new Signed(header("Ramzineh-Timestamp"), header("Ramzineh-Signature"), body);
        assertThat(Signature.good(SECRET, signed, NOW, Duration.ofMinutes(1))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"429,true", "503,true", "401,true", "403,true", "302,true", "400,false", "404,false", "422,false"})
    void whatWasNotTakenIsPutOffOrRefused(int code, boolean putOff) {
        status = code;
        String reason = "http-" + code;
        try (HttpProvider provider = provider(settings(BodyTemplate.DEFAULT))) {
            assertThat(provider.submit(message(null, "x")))
                    .isEqualTo(putOff ? new Submission.Deferred(reason) : new Submission.Rejected(reason));
        }
    }

    @Test
    void aFailureOnTheOtherSideIsAnUnknownFate() {
        status = 500;
        try (HttpProvider provider = provider(settings(BodyTemplate.DEFAULT))) {
            assertThatThrownBy(() -> provider.submit(message(null, "x"))).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void noAnswerInTimeIsAnUnknownFateAndSaysNothingOfTheMessage() {
        answering = new CountDownLatch(1);
        try (HttpProvider provider = provider(settings(address(), BodyTemplate.DEFAULT, Duration.ofSeconds(1)))) {
            assertThatThrownBy(() -> provider.submit(message(null, "رمز 7654321")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasNoCause()
                    .hasMessageNotContaining("7654321");
        }
    }

    @Test
    void whereNobodyListensNothingWasTaken() {
        server.stop(0);
        try (HttpProvider provider = provider(settings(BodyTemplate.DEFAULT))) {
            assertThat(provider.submit(message(null, "x"))).isEqualTo(new Submission.Deferred("http-not-connected"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "{}", "{\"result\":{\"messageId\":{}}}"})
    void anAnswerWithoutAnIdLeavesOurs(String odd) {
        answer = odd;
        try (HttpProvider provider = provider(settings(BodyTemplate.DEFAULT))) {
            assertThat(provider.submit(message(null, "x"))).isEqualTo(new Submission.Accepted("77"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text={text}&to={to}",
                "{\"to\":\"{to}\"}",
                "{\"to\":\"{to}\",\"text\":\"{text}\",\"x\":\"{password}\"}"
            })
    void aTemplateThatCannotServeIsNamedAtTheStart(String template) {
        assertThatThrownBy(() -> settings(template).check("ramzineh.sms.providers[1].http"))
                .isInstanceOf(StartupProblem.class)
                .hasMessageStartingWith("The setting ramzineh.sms.providers[1].http.body must be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://sms.example/send", "ftp://127.0.0.1", "nonsense address"})
    void anAddressWithoutProtectionIsNamedAtTheStart(String url) {
        HttpSettings settings = settings(url, BodyTemplate.DEFAULT);
        assertThatThrownBy(() -> settings.check("ramzineh.sms.providers[0].http"))
                .isInstanceOf(StartupProblem.class)
                .hasMessageStartingWith("The setting ramzineh.sms.providers[0].http.url must be");
    }

    private String header(String name) {
        return asked.getRequestHeaders().getFirst(name);
    }

    private HttpProvider provider(HttpSettings settings) {
        settings.check("ramzineh.sms.providers[0].http");
        return new HttpProvider("web", settings, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private HttpSettings settings(String template) {
        return settings(address(), template);
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/send";
    }

    private static HttpSettings settings(String url, String template) {
        return settings(url, template, Patience.LONG);
    }

    private static HttpSettings settings(String url, String template, Duration answerWithin) {
        return new HttpSettings(
                url,
                SECRET,
                Map.of("Authorization", "Bearer of-the-account"),
                template,
                "/result/messageId",
                false,
                "20001",
                answerWithin,
                callback(""));
    }

    static HttpSettings.Callback callback(String secret) {
        return new HttpSettings.Callback(
                secret,
                Duration.ofMinutes(5),
                "/id",
                "/state",
                List.of("DELIVERED"),
                List.of("FAILED"),
                "/id",
                "/from",
                "/to",
                "/text");
    }

    private static OutgoingSms message(String sender, String text) {
        return new OutgoingSms(new SmsId(77), new MobileNumber("+989120000001"), sender, text, NOW.plusSeconds(90));
    }
}
