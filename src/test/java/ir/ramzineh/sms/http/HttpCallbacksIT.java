package ir.ramzineh.sms.http;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.sms.SmsCallbacks.Signed;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What providers send over HTTP: signed, fresh, and without effect the second time (case 20). */
@PortalIT
class HttpCallbacksIT {
    private static final String SECRET = HttpProviderTest.SECRET;

    @Autowired
    private HttpCallbacks callbacks;

    @Autowired
    private Environment environment;

    @Autowired
    private TestClock clock;

    @Autowired
    private IdSource ids;

    @Autowired
    private JdbcClient jdbc;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void aProviderWithASecret() {
        callbacks.open("web", HttpProviderTest.callback(SECRET));
    }

    @Test
    void aSignedMessageIsDealtWithOnceHoweverOftenItComes() throws Exception {
        String body = message("m-" + ids.next());
        long before = rows();
        Signed signed = Signature.of(SECRET, clock.instant(), body);
        assertThat(post("web", "messages", signed).statusCode()).isEqualTo(204);
        assertThat(post("web", "messages", signed).statusCode()).isEqualTo(204);
        assertThat(rows() - before).isEqualTo(1);
    }

    @Test
    void whatIsNotSignedFreshlyByThatProviderIsRefusedAlike() throws Exception {
        String body = message("m-" + ids.next());
        long before = rows();
        Signed good = Signature.of(SECRET, clock.instant(), body);
        Signed old = Signature.of(SECRET, clock.instant().minus(Duration.ofMinutes(6)), body);
        Signed future = Signature.of(SECRET, clock.instant().plus(Duration.ofMinutes(6)), body);
        Signed altered = new Signed(good.timestamp(), good.signature(), body.replace("1234", "1235"));
        Signed redated = new Signed(old.timestamp().replaceFirst("..$", "99"), old.signature(), body);
        Signed ofAnother = Signature.of("another secret of thirty-two signs", clock.instant(), body);
        Signed unsigned = new Signed("", "", body);
        String refusal = post("web", "messages", old).body();
        for (Signed bad : new Signed[] {old, future, altered, redated, ofAnother, unsigned}) {
            HttpResponse<String> answer = post("web", "messages", bad);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).isEqualTo(refusal);
        }
        HttpResponse<String> unknown = post("nobody", "messages", good);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(refusal.replace("/web/", "/nobody/"));
        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "no json", "{\"id\":\"1\",\"from\":\"x\",\"to\":\"y\"}", "{\"id\":{},\"text\":[]}"})
    void whatIsSignedButNotAgreedSaysSo(String body) throws Exception {
        assertThat(post("web", "messages", Signature.of(SECRET, clock.instant(), body))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aReportOfAnUnknownMessageIsPutOffOnce() throws Exception {
        String body = "{\"id\":\"r-" + ids.next() + "\",\"state\":\"DELIVERED\"}";
        assertThat(post("web", "reports", Signature.of(SECRET, clock.instant(), body))
                        .statusCode())
                .isEqualTo(503);
        assertThat(post("web", "reports", Signature.of(SECRET, clock.instant(), body))
                        .statusCode())
                .isEqualTo(204);
    }

    private static String message(String id) {
        return "{\"id\":\"" + id + "\",\"from\":\"+989120000077\",\"to\":\"99999\",\"text\":\"1234\"}";
    }

    private long rows() {
        return jdbc.sql("select count(*) from sms_incoming").query(Long.class).single();
    }

    private HttpResponse<String> post(String provider, String what, Signed signed) throws Exception {
        String port = environment.getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/sms/" + provider + "/" + what))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(signed.body()));
        if (!signed.timestamp().isEmpty()) {
            request.header("Ramzineh-Timestamp", signed.timestamp()).header("Ramzineh-Signature", signed.signature());
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
