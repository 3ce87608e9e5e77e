package ir.ramzineh.channelapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import ir.ramzineh.PortalIT;
import ir.ramzineh.gatewaytoken.GatewayVerifications;
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
    private GatewayVerifications accounts;

    @Autowired
    private PasswordPolicies policies;

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void aChannelThatAsksTooMuchWaitsAndAnotherDoesNot() throws Exception {
        MockMvc api = api(settings(3, 600));
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
    void aTerminalThroughWhichSomebodyGuessesWaitsAndTheOtherShopsOfTheSwitchDoNot() throws Exception {
        MockMvc api = api(settings(1000, 2));
        assertThat(ask(api, "switch", "T1").getContentAsString()).isEqualTo("{\"verdict\":\"REFUSED\"}");
        assertThat(ask(api, "switch", "T1").getStatus()).isEqualTo(200);

        MockHttpServletResponse later = ask(api, "switch", "T1");
        assertThat(later.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(later.getHeader("Retry-After"))).isBetween(1, 60);
        assertThat(ask(api, "switch", "T2").getStatus()).isEqualTo(200);
        assertThat(ask(api, "other", "T1").getStatus()).isEqualTo(200);
    }

    @Test
    void refusedCodesOfAChannelAreCountedForTheOperator() throws Exception {
        MockMvc api = api(settings(1000, 600));
        ask(api, "counted", "T1");
        ask(api, "counted", "T2");
        assertThat(meters.counter("ramzineh.channels.refusals", "channel", "counted")
                        .count())
                .isEqualTo(2);
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

    private static ChannelSettings settings(int requestsPerSecond, int refusalsPerMinute) {
        return new ChannelSettings(
                Duration.ofDays(1),
                Duration.ofHours(1),
                Duration.ofSeconds(1),
                requestsPerSecond,
                refusalsPerMinute,
                6000);
    }

    private MockMvc api(ChannelSettings settings) {
        return MockMvcBuilders.standaloneSetup(new VerificationController(
                        verifications, accounts, policies, new ChannelLimits(settings, meters)))
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
        return ask(api, channel, "T1");
    }

    private static MockHttpServletResponse ask(MockMvc api, String channel, String terminal) throws Exception {
        String body = """
                {"requestId":"%s","card":"6104337770000006","password":"SECOND","code":"1234567","transaction":{"type":"PURCHASE","amount":1000,"merchantId":"M1","terminalId":"%s"}}""".formatted(UUID.randomUUID(), terminal);
        return api.perform(MockMvcRequestBuilders.post(ChannelSecurity.VERIFICATIONS)
                        .principal(() -> channel)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse();
    }
}
