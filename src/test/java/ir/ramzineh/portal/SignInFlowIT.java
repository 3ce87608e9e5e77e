package ir.ramzineh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.credential.PasswordChanged;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.session.SignedInDevice;
import ir.ramzineh.session.SignedInDevices;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;

/** Signing in and out as a browser does it (security case 11). */
@PortalIT
class SignInFlowIT {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private SignedInDevices devices;

    @Autowired
    private EndedSignIns ends;

    @Autowired
    private ApplicationEventPublisher events;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private PeopleFixtures people;
    private Customer customer;
    private String userName = "";

    @BeforeEach
    void begin() {
        people = PeopleFixtures.of(beans);
        people.forgetWaits();
        userName = PeopleFixtures.randomUserName();
        customer = people.customer(userName);
    }

    @Test
    void passwordAndCodeLeadToThePageThatWasAskedForUnderANewId() throws Exception {
        assertThat(location(get("/activity?from=1"))).endsWith("/sign-in");
        String visitor = sessionCookie();
        String csrf = csrf();
        HttpResponse<String> afterPassword = post("/sign-in", csrf, password(PeopleFixtures.PASSWORD));
        assertThat(location(afterPassword)).endsWith("/sign-in/code");
        String between = sessionCookie();
        assertThat(between).isNotEqualTo(visitor);
        assertThat(location(get("/activity")))
                .as("a password alone opens nothing")
                .contains("/sign-in");

        HttpResponse<String> wrong = post("/sign-in/code", csrf(), Map.of("code", "000000"));
        assertThat(location(wrong)).endsWith("/sign-in/code?error");
        HttpResponse<String> afterCode = code();
        assertThat(location(afterCode)).contains("/activity");
        assertThat(sessionCookie()).isNotEqualTo(between);
        assertThat(get("/").statusCode()).isEqualTo(200);

        List<SignedInDevice> list = devices.of(customer.id(), "");
        assertThat(list).hasSize(1);
        assertThat(list.getFirst().clientAddress()).isNotEmpty();
    }

    @Test
    void wrongNamesAndWrongPasswordsReadAlike() throws Exception {
        String csrf = csrf();
        HttpResponse<String> wrongPassword = post("/sign-in", csrf, password("Wrong-Entry-1"));
        HttpResponse<String> wrongName = post(
                "/sign-in", csrf, Map.of("username", PeopleFixtures.randomUserName(), "password", "Wrong-Entry-1"));
        assertThat(location(wrongPassword)).isEqualTo(location(wrongName)).endsWith("/sign-in?error");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        csrf();
        assertThat(location(post("/sign-in", "", password(PeopleFixtures.PASSWORD))))
                .contains("/sign-in?ended");
        signIn();
        post("/sign-out", "", Map.of());
        assertThat(get("/").statusCode())
                .as("nobody else signs the customer out")
                .isEqualTo(200);
    }

    @Test
    void aStolenCookieIsWorthNothingAfterSignOut() throws Exception {
        signIn();
        String stolen = sessionCookie();
        HttpResponse<String> out = post("/sign-out", csrf(), Map.of());
        assertThat(location(out)).endsWith("/sign-in?ended=signed-out");
        assertThat(isSignedIn(stolen)).isFalse();
        assertThat(devices.of(customer.id(), "")).isEmpty();
    }

    @Test
    void aStolenCookieIsWorthNothingAfterThePasswordChanged() throws Exception {
        signIn();
        String stolen = sessionCookie();
        assertThat(isSignedIn(stolen)).isTrue();
        events.publishEvent(new PasswordChanged(customer.id(), PasswordChanged.Cause.RECOVERED));
        assertThat(isSignedIn(stolen)).isFalse();
    }

    @Test
    void case11_anEndedSignInTakesItsKnownBrowserWithIt() throws Exception {
        post("/sign-in", csrf(), password(PeopleFixtures.PASSWORD));
        String code = people.code(customer.mobile(), 0);
        post("/sign-in/code", csrf(), Map.of("code", code, "remember", "on"));
        post("/sign-out", csrf(), Map.of());
        assertThat(location(post("/sign-in", csrf(), password(PeopleFixtures.PASSWORD))))
                .as("a known browser needs no code")
                .doesNotContain("/sign-in");
        List<SignedInDevice> list = devices.of(customer.id(), "");
        assertThat(list).hasSize(1);
        assertThat(ends.one(customer.id(), list.getFirst())).isTrue();
        people.forgetWaits();
        assertThat(location(post("/sign-in", csrf(), password(PeopleFixtures.PASSWORD))))
                .endsWith("/sign-in/code");
    }

    @Test
    void case11_whoEndsAllOtherSignInsIsTheOnlyKnownBrowserLeft() throws Exception {
        post("/sign-in", csrf(), password(PeopleFixtures.PASSWORD));
        String code = people.code(customer.mobile(), 0);
        post("/sign-in/code", csrf(), Map.of("code", code, "remember", "on"));
        post("/sign-out", csrf(), Map.of());
        ends.others(customer.id(), "somewhere else", null);
        people.forgetWaits();
        assertThat(location(post("/sign-in", csrf(), password(PeopleFixtures.PASSWORD))))
                .endsWith("/sign-in/code");
    }

    @Test
    void aRequestHeldBackSinceBeforeTheSignInLeavesThePlantedIdWorthless() throws Exception {
        String csrf = csrf();
        String planted = sessionCookie();
        String body = "code=123456&padding=" + "x".repeat(100) + "&_csrf=" + encode(csrf);
        try (Socket held = new Socket("localhost", port)) {
            OutputStream out = held.getOutputStream();
            String head = """
                    POST /sign-in/code HTTP/1.1\r
                    Host: localhost:%d\r
                    Cookie: ramzineh=%s\r
                    Content-Type: application/x-www-form-urlencoded\r
                    Content-Length: %d\r
                    Connection: close\r
                    \r
                    """.formatted(port, planted, body.length());
            out.write((head + body.substring(0, 40)).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            Thread.sleep(700);
            signIn();
            String mine = sessionCookie();
            out.write(body.substring(40).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = held.getInputStream();
            String answer = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 ");
            assertThat(isSignedIn(planted)).isFalse();
            assertThat(isSignedIn(mine)).isTrue();
            assertThat(devices.of(customer.id(), "")).hasSize(1);
        }
    }

    @Test
    void pagesCarryTheSecurityHeadersAndNoInlineScriptWithoutTheNonce() throws Exception {
        HttpResponse<String> page = get("/sign-in");
        assertThat(page.statusCode()).isEqualTo(200);
        String policy = page.headers().firstValue("content-security-policy").orElse("");
        Matcher nonce = Pattern.compile("'nonce-([^']+)'").matcher(policy);
        assertThat(nonce.find()).isTrue();
        assertThat(policy).contains("frame-ancestors 'none'").doesNotContain("script-src 'self' 'unsafe-inline'");
        assertThat(Pattern.compile("<script(?![^>]*(?:nonce|src)=)")
                        .matcher(page.body())
                        .find())
                .isFalse();
        assertThat(page.body()).contains("nonce=\"" + nonce.group(1) + "\"");
        assertThat(page.headers().firstValue("x-content-type-options")).contains("nosniff");
        assertThat(page.headers().firstValue("x-frame-options")).contains("DENY");
        assertThat(page.headers().firstValue("cache-control").orElse("")).contains("no-store");
        List<String> cookie = page.headers().allValues("set-cookie");
        assertThat(cookie).anyMatch(set -> set.startsWith("ramzineh=") && set.contains("HttpOnly"));
        assertThat(cookie).allMatch(set -> set.contains("SameSite=Lax"));
    }

    @Test
    void pathsThatNobodyClaimedAreClosedWhateverTheirQuery() throws Exception {
        assertThat(get("/VAADIN").statusCode()).isNotEqualTo(200);
        assertThat(get("/VAADIN/").statusCode()).isNotEqualTo(200);
        assertThat(get("/api/nothing?v-r=init").statusCode()).isNotEqualTo(200);
        assertThat(get("/actuator/health").statusCode()).isNotEqualTo(200);
    }

    private void signIn() throws Exception {
        assertThat(location(post("/sign-in", csrf(), password(PeopleFixtures.PASSWORD))))
                .endsWith("/sign-in/code");
        assertThat(location(code())).doesNotContain("/sign-in");
    }

    private HttpResponse<String> code() throws Exception {
        return post("/sign-in/code", csrf(), Map.of("code", people.code(customer.mobile(), 0)));
    }

    private Map<String, String> password(String password) {
        return Map.of("username", userName, "password", password);
    }

    private String csrf() throws Exception {
        Matcher token = CSRF.matcher(get("/sign-in").body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private String sessionCookie() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("ramzineh"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private boolean isSignedIn(String cookie) throws Exception {
        HttpRequest request =
                request("/cards").header("Cookie", "ramzineh=" + cookie).build();
        return HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode()
                == 200;
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("location").orElse("no redirect: " + answer.statusCode());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String csrf, Map<String, String> fields) throws Exception {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return browser.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form + "&_csrf=" + encode(csrf)))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html");
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
