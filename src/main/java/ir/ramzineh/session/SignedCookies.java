package ir.ramzineh.session;

import ir.ramzineh.vault.Purpose;
import ir.ramzineh.vault.Vault;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.session.web.http.CookieSerializer;

/**
 * The session cookie: id, a dot, and a keyed MAC of the id. Who reads the table, or a backup of it, learns ids but
 * cannot make cookies of them.
 */
final class SignedCookies implements CookieSerializer {
    static final String NAME = "ramzineh";

    private static final Purpose PURPOSE = new Purpose("session.cookie");
    private static final Duration WHILE_THE_BROWSER_RUNS = Duration.ofSeconds(-1);
    private static final Pattern SHAPE = Pattern.compile("([A-Za-z0-9_-]{32})\\.([A-Za-z0-9_-]{20,128})");

    private final Vault vault;
    private final HostCookies cookies;

    SignedCookies(Vault vault, HostCookies cookies) {
        this.vault = vault;
        this.cookies = cookies;
    }

    @Override
    public void writeCookieValue(CookieValue cookie) {
        String id = cookie.getCookieValue();
        boolean expire = id.isEmpty();
        if (!expire && SessionRequestFilter.comesFromAnOpenPage(cookie.getRequest())) {
            return;
        }
        cookies.write(
                cookie.getRequest(),
                cookie.getResponse(),
                NAME,
                expire ? "" : id + "." + sign(id),
                expire ? Duration.ZERO : WHILE_THE_BROWSER_RUNS);
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return cookies.read(request, NAME).stream()
                .map(this::verified)
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable String verified(String value) {
        var parts = SHAPE.matcher(value);
        if (!parts.matches()) {
            return null;
        }
        String id = parts.group(1);
        try {
            byte[] mac = Base64.getUrlDecoder().decode(parts.group(2));
            return vault.macMatches(PURPOSE, id.getBytes(StandardCharsets.US_ASCII), mac) ? id : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private String sign(String id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(vault.mac(PURPOSE, id.getBytes(StandardCharsets.US_ASCII)));
    }
}
