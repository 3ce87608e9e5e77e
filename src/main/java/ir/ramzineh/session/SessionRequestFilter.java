package ir.ramzineh.session;

import ir.ramzineh.kernel.PassiveRequest;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;

/** Opens the scope in which one request reads its session once, and tells apart what the browser asks by itself. */
final class SessionRequestFilter implements Filter {
    private static final Set<String> PASSIVE = Set.of("heartbeat", "push");
    private static final Set<String> OF_AN_OPEN_PAGE = Set.of("uidl", "heartbeat", "push");
    private final NodeLocalSessions<?> sessions;

    SessionRequestFilter(NodeLocalSessions<?> sessions) {
        this.sessions = sessions;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            sessions.during(() -> isPassive((HttpServletRequest) request), () -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    /**
     * Known from the query, or only while the request is served. Reads the query only: asking for a parameter would
     * consume the body of a form.
     */
    private static boolean isPassive(HttpServletRequest request) {
        return isOneOf(PASSIVE, request) || request.getAttribute(PassiveRequest.ATTRIBUTE) != null;
    }

    /**
     * Whether an open page, not a person, sent this. Such a request may be late: its answer must not give the browser
     * the cookie of a new, anonymous session in the place of the one a sign-in has just begun.
     */
    static boolean comesFromAnOpenPage(HttpServletRequest request) {
        return isOneOf(OF_AN_OPEN_PAGE, request);
    }

    private static boolean isOneOf(Set<String> kinds, HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null) {
            return false;
        }
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith("v-r=") && kinds.contains(pair.substring("v-r=".length()))) {
                return true;
            }
        }
        return false;
    }
}
