package ir.ramzineh.session;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.Application;
import ir.ramzineh.PortalIT;
import ir.ramzineh.kernel.CustomerId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.session.web.http.CookieSerializer;

/** Two portals on one database, and one that is started again (security cases 11 and 24). */
@PortalIT
class SessionNodesIT {
    @LocalServerPort
    private int port;

    @Autowired
    private NodeLocalSessions<?> node;

    @Autowired
    private CookieSerializer cookies;

    @Autowired
    private SignedInDevices devices;

    @Autowired
    private Environment environment;

    private final HttpClient client = HttpClient.newHttpClient();
    private final CustomerId customer = SessionFixture.someCustomer();

    @Test
    void nodesKnowAndEndEachOthersSignInsAndARestartKeepsThem() throws Exception {
        SessionFixture here = new SessionFixture(node, cookies);
        String first = here.cookie(here.signedIn(customer));
        String second;
        try (ConfigurableApplicationContext other = anotherNode()) {
            assertThat(isSignedIn(portOf(other), first)).isTrue();
            assertThat(other.getBean(SignedInDevices.class).endAll(customer)).isEqualTo(1);
            assertThat(isSignedIn(port, first)).isFalse();

            SessionFixture there =
                    new SessionFixture(other.getBean(NodeLocalSessions.class), other.getBean(CookieSerializer.class));
            second = there.cookie(there.signedIn(customer));
            assertThat(isSignedIn(portOf(other), second)).isTrue();
        }
        try (ConfigurableApplicationContext restarted = anotherNode()) {
            assertThat(isSignedIn(portOf(restarted), second)).isTrue();
            assertThat(devices.endAll(customer)).isEqualTo(1);
            assertThat(isSignedIn(portOf(restarted), second)).isFalse();
        }
    }

    private ConfigurableApplicationContext anotherNode() {
        String[] same = Stream.of(
                        "spring.datasource.url",
                        "spring.datasource.username",
                        "spring.datasource.password",
                        "ramzineh.vault.key-file",
                        "ramzineh.trial.folder")
                .map(key -> "--" + key + "=" + environment.getRequiredProperty(key))
                .toArray(String[]::new);
        return new SpringApplicationBuilder(Application.class)
                .run(Stream.concat(Stream.of(same), Stream.of("--server.port=0", "--management.server.port=0"))
                        .toArray(String[]::new));
    }

    private static int portOf(ConfigurableApplicationContext other) {
        return other.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private boolean isSignedIn(int at, String cookie) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + at + "/a-page-inside"))
                .header("Cookie", cookie)
                .header("Accept", "text/html")
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode() != 302;
    }
}
