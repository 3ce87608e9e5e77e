package ir.ramzineh.branchconsole;

import ir.ramzineh.staff.StaffFixtures;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: pages, forms and cookies, as a member of staff or as a customer. */
public final class StaffBrowser {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    private static final Pattern SECURITY_KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
    private static final Pattern UI_ID = Pattern.compile("\"v-uiId\":([0-9]+)");

    private final int port;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    public StaffBrowser(int port) {
        this.port = port;
    }

    /** Signs a member in; returns where the answer leads. */
    public String signIn(StaffFixtures.Known member, Instant now) {
        return signIn(member.userName(), StaffFixtures.PASSWORD, member.code(now));
    }

    public String signIn(String userName, String password, String code) {
        String csrf = csrf("/branch/sign-in");
        return location(
                post("/branch/sign-in", csrf, Map.of("username", userName, "password", password, "code", code)));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).build());
    }

    public HttpResponse<String> post(String path, String csrf, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form + "&_csrf=" + encode(csrf)))
                .build());
    }

    /**
     * What the server shows when an open page goes to a route: begins a page of Vaadin and sends the navigation as its
     * own client does, to the one servlet at the root.
     */
    public String opened(String route) {
        String page = get("/?v-r=init&location=" + encode(route)).body();
        String body = """
                {"csrfToken":"%s","rpc":[{"type":"event","node":1,"event":"ui-navigate","data":{"route":"%s","query":"",\
                "appShellTitle":"","historyState":null,"trigger":""}}],"syncId":0,"clientId":0}
                """.formatted(found(SECURITY_KEY, page), route);
        return send(request("/?v-r=uidl&v-uiId=" + found(UI_ID, page))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build())
                .body();
    }

    private static String found(Pattern what, String page) {
        Matcher found = what.matcher(page);
        return found.find() ? found.group(1) : "";
    }

    public String csrf(String page) {
        Matcher token = CSRF.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError("no token on " + page);
        }
        return token.group(1);
    }

    public String sessionCookie() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("ramzineh"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /** Where somebody who has only this cookie is led from a page. */
    public int statusWith(String cookie, String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(request(path).header("Cookie", "ramzineh=" + cookie).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Path and query of a redirect. */
    public static String location(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("location")
                .map(address -> address.replaceFirst("^https?://[^/]+", ""))
                .orElse("no redirect: " + answer.statusCode());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html");
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
