package ir.ramzineh.channelapi;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says the time that counts in every answer, refusals too: a phone with a wrong clock corrects itself by it. */
class ServerTimeFilter extends OncePerRequestFilter {
    private final Clock clock;

    ServerTimeFilter(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setDateHeader(HttpHeaders.DATE, clock.millis());
        chain.doFilter(request, response);
    }
}
