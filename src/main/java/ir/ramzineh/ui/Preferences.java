package ir.ramzineh.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the reader chose for this browser: language and colour scheme. Two cookies that hold nothing personal, so that
 * the choice already counts on the very first page, before anybody has signed in.
 */
public final class Preferences {
    private static final String LANGUAGE = "ramzineh-language";
    private static final String SCHEME = "ramzineh-scheme";
    private static final int LIFE_SECONDS = (int) Duration.ofDays(365).toSeconds();

    private Preferences() {}

    /** The language of the cookie, or Persian. */
    public static Language language(VaadinRequest request) {
        return cookie(request, LANGUAGE).filter("en"::equals).isPresent() ? Language.EN : Language.FA;
    }

    /** Colour scheme of the cookie: {@code light}, {@code dark}, or nothing for what the device prefers. */
    public static Optional<String> scheme(VaadinRequest request) {
        return cookie(request, SCHEME).filter(value -> value.equals("light") || value.equals("dark"));
    }

    /** Switches this browser to {@code language} and shows the page again in it. */
    public static void choose(Language language, UI ui) {
        write(LANGUAGE, language.locale().getLanguage());
        ui.getSession().setLocale(language.locale());
        ui.getPage().reload();
    }

    /** Keeps {@code scheme} for this browser and shows it at once. */
    public static void chooseScheme(String scheme, UI ui) {
        write(SCHEME, scheme);
        ui.getPage().executeJs("window.ramzineh.scheme($0)", scheme);
    }

    private static Optional<String> cookie(VaadinRequest request, String name) {
        Cookie @Nullable [] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private static void write(String name, String value) {
        VaadinResponse response = VaadinResponse.getCurrent();
        VaadinRequest request = VaadinRequest.getCurrent();
        if (response == null || request == null) {
            return;
        }
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge(LIFE_SECONDS);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
