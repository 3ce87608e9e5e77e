package ir.ramzineh.channelapi;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.verification.PasswordPolicies;
import ir.ramzineh.verification.Verifications;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Who asks too much waits, and nobody else does (security case 5). */
@PortalIT
class ChannelLimitsIT {
    @LocalServerPort
    private int port;

    @Autowired
    private Verifications verifications;

    @Autowired
    private PasswordPolicies policies;

    @Test
    void aChannelThatAsksTooMuchWaitsAndAnotherDoesNot() throws Exception {
        MockMvc api = api(new ChannelSettings(Duration.ofDays(1), Duration.ofHours(1), Duration.ofSeconds(1), 3, 6000));
        for (int i = 0; i < 3; i++) {
            assertThat(ask(api, "busy").getStatus()).isEqualTo(200);
        }
        MockHttpServletResponse later = firstRefusal(api, "busy");
        assertThat(later.getStatus()).isEqualTo(429);
        assertThat(later.getContentType()).startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        assertThat(Integer.parseInt(later.getHeader("Retry-After"))).isBetween(1, 60);
        assertThat(ask(api, "calm").getStatus()).isEqualTo(200);
    }

    @Test
    void aChannelThatGuessesTooMuchWaitsForItsNextQuestionOfAnyKind() throws Exception {
        MockMvc api = api(new ChannelSettings(Duration.ofDays(1), Duration.ofHours(1), Duration.ofSeconds(1), 1000, 2));
        assertThat(ask(api, "guessing").getContentAsString()).isEqualTo("{\"verdict\":\"REFUSED\"}");
        assertThat(ask(api, "guessing").getStatus()).isEqualTo(200);

        assertThat(ask(api, "guessing").getStatus()).isEqualTo(429);
        MockHttpServletResponse policy = api.perform(MockMvcRequestBuilders.post(ChannelSecurity.PASSWORD_POLICIES)
                        .principal(() -> "guessing")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"card\":\"6104337770000006\",\"password\":\"SECOND\"}"))
                .andReturn()
                .getResponse();
        assertThat(policy.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(policy.getHeader("Retry-After"))).isBetween(1, 60);
        assertThat(ask(api, "honest").getStatus()).isEqualTo(200);
    }

    /** From an address of its own, so that the phones of other tests, which live at 127.0.0.1, do not wait. */
    @Test
    void anAddressThatKnocksAtActivationsTooOftenWaits() throws Exception {
        try (HttpClient phone = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName("127.0.0.9"))
                .build()) {
            HttpResponse<String> answer = knock(phone);
            assertThat(answer.statusCode()).isEqualTo(410);
            for (int i = 0; i < 200 && answer.statusCode() == 410; i++) {
                answer = knock(phone);
            }
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(answer.headers().firstValue("Retry-After"))
                    .hasValueSatisfying(
                            wait -> assertThat(Integer.parseInt(wait)).isBetween(1, 60));
        }
        try (HttpClient other = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName("127.0.0.10"))
                .build()) {
            assertThat(knock(other).statusCode()).isEqualTo(410);
        }
    }

    private HttpResponse<String> knock(HttpClient phone) throws Exception {
        URI scanned = URI.create(
                "http://127.0.0.1:" + port + ChannelSecurity.ACTIVATIONS + "/" + "A".repeat(22) + "/scanned");
        return phone.send(
                HttpRequest.newBuilder(scanned)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private MockMvc api(ChannelSettings settings) {
        return MockMvcBuilders.standaloneSetup(
                        new VerificationController(verifications, policies, new ChannelLimits(settings)))
                .setControllerAdvice(new ChannelProblems())
                .build();
    }

    /** A slow machine may refill the bucket between two questions; the limit shows as soon as it is asked faster. */
    private static MockHttpServletResponse firstRefusal(MockMvc api, String channel) throws Exception {
        MockHttpServletResponse answer = ask(api, channel);
        for (int i = 0; i < 1000 && answer.getStatus() == 200; i++) {
            answer = ask(api, channel);
        }
        return answer;
    }

    private static MockHttpServletResponse ask(MockMvc api, String channel) throws Exception {
        String body = """
                {"requestId":"%s","card":"6104337770000006","password":"SECOND","code":"1234567","transaction":{"type":"PURCHASE","amount":1000,"merchantId":"M1","terminalId":"T1"}}""".formatted(UUID.randomUUID());
        return api.perform(MockMvcRequestBuilders.post(ChannelSecurity.VERIFICATIONS)
                        .principal(() -> channel)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse();
    }
}
