package ir.ramzineh.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ir.ramzineh.Application;
import ir.ramzineh.Patience;
import ir.ramzineh.Started;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.trial.DemonstrationPeople;
import ir.ramzineh.trial.DemonstrationPerson;
import ir.ramzineh.vault.Vault;
import ir.ramzineh.vault.VaultKeys;
import ir.ramzineh.verification.PlayedCard;
import ir.ramzineh.verification.Verdict;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A portal of its own with an SMS provider that takes every message and says nothing as long as the test runs. */
@DisplayName("Security case 17: a provider that hangs; verifications and text messages go on")
class SlowProviderIT {
    private static final Path TRIAL = Path.of("target/slow").toAbsolutePath();
    private static final String SECRET = "a secret of the slow provider, 32 signs";
    /** Longer than the test takes: who waited for the provider would leave a message whose answer was lost. */
    private static final Duration HANGS = Duration.ofMinutes(8);

    private static final int MESSAGES = 60;
    private static final int QUESTIONS = 60;
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicInteger HANGING = new AtomicInteger();
    private static final CountDownLatch OVER = new CountDownLatch(1);

    private static ServerSocket provider;
    private static Started portal;
    private static int port;

    @BeforeAll
    static void aPortalWithASlowProvider() throws Exception {
        Files.createDirectories(TRIAL);
        provider = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(SlowProviderIT::hang);
        port = Started.freePort();
        portal = Started.classPath(
                        withoutTests(),
                        Application.class,
                        "--server.address=127.0.0.1",
                        "--server.port=" + port,
                        "--management.server.port=" + Started.freePort(),
                        "--ramzineh.trial.folder=" + TRIAL,
                        "--ramzineh.sms.providers[0].kind=http",
                        "--ramzineh.sms.providers[0].name=slow",
                        "--ramzineh.sms.providers[0].http.url=http://127.0.0.1:" + provider.getLocalPort() + "/",
                        "--ramzineh.sms.providers[0].http.answer-within=" + HANGS.toSeconds() + "s",
                        "--ramzineh.sms.provider-timeout="
                                + HANGS.plusSeconds(20).toSeconds() + "s",
                        "--ramzineh.sms.providers[0].http.callback.secret=" + SECRET,
                        // As the shared portal of the tests.
                        "--spring.datasource.hikari.connection-timeout=15000",
                        "--spring.datasource.hikari.validation-timeout=10000",
                        "--spring.datasource.hikari.data-source-properties.connectTimeout=60000",
                        "--spring.datasource.hikari.data-source-properties.socketTimeout=120000",
                        "--spring.datasource.hikari.data-source-properties.sessionVariables="
                                + "innodb_lock_wait_timeout=60,idle_transaction_timeout=300")
                .awaitPrinted("Ramzineh is ready");
    }

    @AfterAll
    static void endBoth() throws IOException {
        OVER.countDown();
        if (portal != null) {
            portal.close();
        }
        provider.close();
    }

    @Test
    void whileEveryPlaceHangsTheSwitchAndTheTextersAreAnsweredAtOnce() throws Exception {
        JdbcClient jdbc = database();
        // The database outlives the run before.
        List.of("sms_limit", "sms_message", "issued_code")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        List<PlayedCard> cards = cards(jdbc);
        DemonstrationPerson texter = DemonstrationPeople.NEGAR;
        smsEditionOn(texter);
        press(DemonstrationPeople.TARANEH);
        await().atMost(Patience.LONG).until(() -> HANGING.get() >= 16);

        for (PlayedCard card : cards) {
            assertThat(verdict(card.question("slow-" + card.id().value(), card.code(Instant.now()))))
                    .isEqualTo(Verdict.ACCEPTED);
        }
        for (int i = 0; i < 3; i++) {
            assertThat(text(texter, texter.card().lastFour()).statusCode()).isEqualTo(204);
        }

        assertThat(HANGING.get()).as("the provider hung all the while").isGreaterThanOrEqualTo(16);
        assertThat(count(jdbc, "sms_message where state = 'HANDED_OVER'")).isZero();
        assertThat(count(jdbc, "sms_message where failure is not null"))
                .as("nobody has waited for the provider so long that it was given up")
                .isZero();
        assertThat(count(jdbc, "sms_message where purpose = 'text-in' and state = 'QUEUED'"))
                .as("the answer waits for its provider")
                .isPositive();
        assertThat(count(jdbc, "issued_code where channel = 'SMS_TEXT_IN'")).isEqualTo(1);
    }

    /** Takes what is sent and says nothing. */
    private static void hang() {
        while (!provider.isClosed()) {
            try {
                Socket caller = provider.accept();
                HANGING.incrementAndGet();
                Thread.ofVirtual().start(() -> {
                    try (caller) {
                        OVER.await();
                    } catch (IOException | InterruptedException over) {
                        Thread.currentThread().interrupt();
                    } finally {
                        HANGING.decrementAndGet();
                    }
                });
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static List<PlayedCard> cards(JdbcClient jdbc) throws Exception {
        Vault vault = Vault.over(VaultKeys.parse(Files.readString(TRIAL.resolve("keys.json"))), Clock.systemUTC());
        IdSource ids = new IdSource(Clock.systemUTC(), new SecureRandom());
        List<PlayedCard> cards = Stream.generate(() -> PlayedCard.dynamic(jdbc, vault, ids))
                .limit(QUESTIONS)
                .toList();
        cards.forEach(card -> card.set("life_seconds = 120"));
        return cards;
    }

    /** As many codes as fill every place of the provider several times over. */
    private static void press(DemonstrationPerson person) throws Exception {
        for (int i = 0; i < MESSAGES; i++) {
            String body = """
                    {"requestId":"slow-%d","card":"%s","processType":"PURCHASE","amount":1000,"merchantId":"M1",
                     "terminalId":"SLOW-%d","requesterId":"PSP"}
                    """.formatted(System.nanoTime(), person.card().digits(), i);
            assertThat(post("payment-codes", key("payment-page"), body).statusCode())
                    .isEqualTo(200);
        }
    }

    private static void smsEditionOn(DemonstrationPerson person) throws Exception {
        String body = """
                {"requestId":"slow-%d","terminalId":"ATM-1","card":"%s","language":"fa","entry":"3-1-1",
                 "mobileConfirmed":true}
                """.formatted(System.nanoTime(), person.card().digits());
        assertThat(post("terminals/actions", key("terminal"), body).body()).contains("DONE");
    }

    private static HttpResponse<String> text(DemonstrationPerson from, String words) throws Exception {
        String body = "{\"id\":\"%d\",\"from\":\"%s\",\"to\":\"30003303\",\"text\":\"%s\"}"
                .formatted(System.nanoTime(), from.mobile().e164(), words);
        String timestamp = Long.toString(Instant.now().getEpochSecond());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signature =
                HexFormat.of().formatHex(mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8)));
        return HTTP.send(
                HttpRequest.newBuilder(address("sms/slow/messages"))
                        .header("Content-Type", "application/json")
                        .header("Ramzineh-Timestamp", timestamp)
                        .header("Ramzineh-Signature", signature)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static Verdict verdict(String question) throws Exception {
        return post("verifications", key("card-switch"), question).body().contains("ACCEPTED")
                ? Verdict.ACCEPTED
                : Verdict.REFUSED;
    }

    private static HttpResponse<String> post(String path, String key, String body) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + key)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + "/api/v1/" + path);
    }

    private static String key(String client) throws IOException {
        return Files.readString(TRIAL.resolve(client + ".key")).strip();
    }

    private static int count(JdbcClient jdbc, String rows) {
        return jdbc.sql("select count(*) from " + rows).query(Integer.class).single();
    }

    private static JdbcClient database() throws IOException {
        return JdbcClient.create(new DriverManagerDataSource(
                Files.readString(TRIAL.resolve("database/url")),
                "ramzineh",
                Files.readString(TRIAL.resolve("database/password"))));
    }

    /** What the portal runs on, without the tests, which it would take for parts of itself. */
    private static String withoutTests() {
        Path tests = Path.of("target/test-classes").toAbsolutePath();
        return Arrays.stream(Started.testClassPath().split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).toAbsolutePath().equals(tests))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
