package ir.ramzineh.session;

import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.rate.CallerRates;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds how many sessions one address can begin: each costs a row and the memory of a page, and a program that keeps no
 * cookie would begin one with every request. Whoever has a session is never asked.
 */
final class NewVisitorFilter extends OncePerRequestFilter {
    /** What begins no session: the channels, the phone app, and the files of a page. */
    private static final Set<String> WITHOUT_SESSION = Set.of("api", "ramzna", "ramzineh", "VAADIN");

    /** Both languages, because nothing is known yet of somebody who has no session. */
    private static final String PAGE = """
            <!doctype html>
            <html lang="fa" dir="rtl">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>رمزینه · Ramzineh</title>
            </head>
            <body>
            <main>
            <h1>کمی صبر کنید</h1>
            <p>از نشانی اینترنتی شما در یک دقیقهٔ گذشته بیش از اندازه صفحه باز شده است. یک دقیقه دیگر دوباره تلاش کنید و کوکی‌ها را در مرورگر خود روشن نگه دارید.</p>
            <section lang="en" dir="ltr">
            <h2>Please wait a moment</h2>
            <p>Too many pages were opened from your network address in the last minute. Try again in a minute, and keep cookies switched on in your browser.</p>
            </section>
            </main>
            </body>
            </html>
            """;

    private final CallerRates rates;

    NewVisitorFilter(int newSessionsPerMinute) {
        this.rates = new CallerRates(newSessionsPerMinute, Duration.ofMinutes(1));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        int end = path.indexOf('/', 1);
        return WITHOUT_SESSION.contains(path.substring(Math.min(1, path.length()), end < 0 ? path.length() : end));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getSession(false) == null) {
            Duration wait = rates.take(new ClientAddress(request.getRemoteAddr()).counted());
            if (wait.isPositive()) {
                askToWait(response, wait);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static void askToWait(HttpServletResponse response, Duration wait) throws IOException {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(PAGE);
    }
}
