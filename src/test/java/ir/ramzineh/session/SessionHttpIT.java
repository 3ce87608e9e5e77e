package ir.ramzineh.session;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.Patience;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.kernel.CustomerId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.web.http.CookieSerializer;

/** Sessions as a client sees them: cookies, idleness, the end of a sign-in (security cases 11 and 12). */
@PortalIT
class SessionHttpIT {
    private static final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private NodeLocalSessions<?> node;

    @Autowired
    private CookieSerializer cookies;

    @Autowired
    private SignedInDevices devices;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private final CustomerId customer = SessionFixture.someCustomer();

    @Test
    void aSignedInCookieOpensThePortal() throws Exception {
        assertThat(isSignedIn(cookieOf(signIn()))).isTrue();
    }

    @Test
    void withoutACookieThePortalAsksForASignIn() throws Exception {
        HttpResponse<String> answer = get("/a-page-inside", "");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("location")).get().asString().endsWith("/sign-in");
    }

    @Test
    void whoReadsTheTableCannotMakeACookie() throws Exception {
        String id = signIn();
        assertThat(isSignedIn("ramzineh=" + id)).isFalse();
        assertThat(isSignedIn("ramzineh=" + id + ".")).isFalse();
        assertThat(isSignedIn("ramzineh=" + id + "." + "A".repeat(43))).isFalse();
        String other = cookieOf(signIn());
        assertThat(isSignedIn("ramzineh=" + id + other.substring(other.indexOf('.'))))
                .isFalse();
        assertThat(isSignedIn(cookieOf(id))).isTrue();
    }

    @Test
    void aCookieWithAnyOtherCharacterIsWorthNothing() throws Exception {
        String cookie = cookieOf(signIn());
        for (int i = "ramzineh=".length(); i < cookie.length() - 1; i += 7) {
            char other = cookie.charAt(i) == 'x' ? 'y' : 'x';
            assertThat(isSignedIn(cookie.substring(0, i) + other + cookie.substring(i + 1)))
                    .isFalse();
        }
    }

    @Test
    void aStolenCookieIsRefusedAfterItsSignInWasEnded() throws Exception {
        String stolen = cookieOf(signIn());
        assertThat(isSignedIn(stolen)).isTrue();
        SignedInDevice device = devices.of(customer, "").getFirst();
        assertThat(devices.end(customer, device.ref())).isTrue();
        HttpResponse<String> answer = get("/a-page-inside", stolen);
        assertThat(answer.headers().firstValue("location")).get().asString().endsWith("/sign-in?ended=over");
    }

    @Test
    void allOthersEndAndTheCurrentOneStays() throws Exception {
        String mine = signIn();
        String other = signIn();
        String somebodyElse = new SessionFixture(node, cookies).signedIn(SessionFixture.someCustomer());
        assertThat(devices.endOthers(customer, mine)).isEqualTo(1);
        assertThat(isSignedIn(cookieOf(mine))).isTrue();
        assertThat(isSignedIn(cookieOf(other))).isFalse();
        assertThat(isSignedIn(cookieOf(somebodyElse))).isTrue();
        assertThat(devices.endAll(customer)).isEqualTo(1);
        assertThat(isSignedIn(cookieOf(mine))).isFalse();
    }

    @Test
    void nobodyEndsTheSignInOfSomebodyElse() throws Exception {
        String cookie = cookieOf(signIn());
        DeviceSessionRef ref = devices.of(customer, "").getFirst().ref();
        assertThat(devices.end(SessionFixture.someCustomer(), ref)).isFalse();
        assertThat(devices.of(SessionFixture.someCustomer(), "")).isEmpty();
        assertThat(isSignedIn(cookie)).isTrue();
    }

    @Test
    void theListShowsDeviceAddressAndTheCurrentOneFirst() {
        signIn();
        String mine = signIn();
        List<SignedInDevice> list = devices.of(customer, mine);
        assertThat(list).hasSize(2);
        assertThat(list.getFirst().current()).isTrue();
        assertThat(list.getLast().current()).isFalse();
        assertThat(list.getFirst().clientAddress()).isEqualTo("192.0.2.7");
        assertThat(list.getFirst().browserKey()).isEqualTo("device.browser.chrome");
    }

    @Test
    void fiveMinutesWithoutAClickSignOut() throws Exception {
        clock.hold();
        String cookie = cookieOf(signIn());
        clock.advance(Duration.ofSeconds(299));
        assertThat(isSignedIn(cookie)).isTrue();
        clock.advance(Duration.ofSeconds(301));
        assertThat(isSignedIn(cookie)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?v-r=heartbeat&v-uiId=0", "/VAADIN/push?v-r=push&v-uiId=0"})
    void sixMinutesOfHeartbeatsSignOutAsWell(String passive) throws Exception {
        String cookie = cookieOf(signIn());
        for (int minute = 0; minute < 6; minute++) {
            clock.advance(Duration.ofMinutes(1));
            post(passive, cookie);
        }
        assertThat(isSignedIn(cookie)).isFalse();
    }

    @Test
    void sixMinutesOfClicksDoNotSignOut() throws Exception {
        String cookie = cookieOf(signIn());
        for (int minute = 0; minute < 6; minute++) {
            clock.advance(Duration.ofMinutes(1));
            assertThat(isSignedIn(cookie)).isTrue();
        }
    }

    @Test
    void anIdleRowInTheTableIsRefusedByTheRealClockToo() throws Exception {
        String id = signIn();
        jdbc.sql("""
                update SPRING_SESSION
                set LAST_ACCESS_TIME = LAST_ACCESS_TIME - 300000, EXPIRY_TIME = EXPIRY_TIME - 300000
                where SESSION_ID = :id
                """).param("id", id).update();
        assertThat(isSignedIn(cookieOf(id))).isFalse();
    }

    @Test
    void thirtyParallelRequestsOfOneSessionMakeNoError() {
        String cookie = cookieOf(signIn());
        List<CompletableFuture<HttpResponse<String>>> all = IntStream.range(0, 30)
                .mapToObj(i -> client.sendAsync(request("/sign-in", cookie).build(), BodyHandlers.ofString()))
                .toList();
        List<Integer> statuses = new ArrayList<>();
        all.forEach(answer -> statuses.add(answer.join().statusCode()));
        assertThat(statuses).hasSize(30).allMatch(status -> status < 400);
    }

    @Test
    void theMemoryOfTheNodeIsEmptiedWhenARowIsGone() throws Exception {
        String cookie = cookieOf(signIn());
        get("/sign-in", cookie);
        int before = node.localCount();
        devices.endAll(customer);
        for (int tries = 0; tries < 2_400 && node.localCount() >= before; tries++) {
            Thread.sleep(100);
        }
        assertThat(node.localCount()).isLessThan(before);
    }

    private String signIn() {
        return new SessionFixture(node, cookies).signedIn(customer);
    }

    private String cookieOf(String id) {
        return new SessionFixture(node, cookies).cookie(id);
    }

    private boolean isSignedIn(String cookie) throws Exception {
        return get("/a-page-inside", cookie).statusCode() != 302;
    }

    private HttpResponse<String> get(String path, String cookie) throws Exception {
        return client.send(request(path, cookie).build(), BodyHandlers.ofString());
    }

    private void post(String path, String cookie) throws Exception {
        client.send(
                request(path, cookie)
                        .POST(HttpRequest.BodyPublishers.ofString(""))
                        .build(),
                BodyHandlers.discarding());
    }

    private HttpRequest.Builder request(String path, String cookie) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Patience.LONG)
                .header("Accept", "text/html");
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }
}
