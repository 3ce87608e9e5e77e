package ir.ramzineh.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The one way in which the portal sets cookies: HttpOnly, SameSite=Lax, for the whole host and only for it.
 *
 * <p>Over TLS a cookie is also Secure and carries the {@code __Host-} prefix, which neither another host of the domain
 * nor an unencrypted page can set; a request that arrives encrypted accepts no other name.
 */
@Component
public class HostCookies {
    private static final String PREFIX = "__Host-";
    /** More cookies of one name than any browser would send are not looked at. */
    private static final int SAME_NAME_MAX = 4;

    private final boolean alwaysSecure;

    HostCookies(SessionSettings settings) {
        this.alwaysSecure = settings.alwaysSecure();
    }

    /**
     * Sets a cookie.
     *
     * @param lifetime how long the browser keeps it; negative for as long as it runs, zero to delete it
     */
    public void write(
            HttpServletRequest request, HttpServletResponse response, String name, String value, Duration lifetime) {
        boolean secure = isSecure(request);
        ResponseCookie cookie = ResponseCookie.from(fullName(name, secure), value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(lifetime)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** The values a browser sent under this name, a few at most. */
    public List<String> read(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return List.of();
        }
        String fullName = fullName(name, isSecure(request));
        return Arrays.stream(cookies)
                .filter(cookie -> fullName.equals(cookie.getName()))
                .limit(SAME_NAME_MAX)
                .map(Cookie::getValue)
                .toList();
    }

    private boolean isSecure(HttpServletRequest request) {
        return alwaysSecure || request.isSecure();
    }

    private static String fullName(String name, boolean secure) {
        return secure ? PREFIX + name : name;
    }
}
