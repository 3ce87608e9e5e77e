package ir.ramzineh.channelapi;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the bearer key of a channel. Whoever sends none stays anonymous, whoever sends a bad one is refused. The
 * principal is the id of the client; it lives for this one request and is stored nowhere.
 */
class ChannelKeyFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";
    static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final ChannelKeys keys;
    private final SecurityContextHolderStrategy contexts;

    /** @param contexts the holder that the other filters of the chain read, which is not always the static one */
    ChannelKeyFilter(ChannelKeys keys, SecurityContextHolderStrategy contexts) {
        this.keys = keys;
        this.contexts = contexts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<ChannelKeys.Channel> channel;
        try {
            channel = authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                    ? keys.channel(authorization.substring(SCHEME.length()).strip())
                    : Optional.empty();
        } catch (DataAccessException | TransactionException away) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Problems.seconds(RETRY_AFTER));
            Problems.write(response, HttpStatus.SERVICE_UNAVAILABLE, "The database does not answer; ask again.");
            return;
        }
        if (channel.isEmpty()) {
            refuse(response);
            return;
        }
        SecurityContext context = contexts.createEmptyContext();
        context.setAuthentication(authentication(channel.get()));
        contexts.setContext(context);
        try {
            chain.doFilter(request, response);
        } finally {
            contexts.clearContext();
        }
    }

    static void refuse(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"channels\"");
        Problems.write(response, HttpStatus.UNAUTHORIZED, "A valid bearer key of a registered channel is needed.");
    }

    private static UsernamePasswordAuthenticationToken authentication(ChannelKeys.Channel channel) {
        List<SimpleGrantedAuthority> scopes = channel.scopes().stream()
                .map(scope -> new SimpleGrantedAuthority(scope.authority()))
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(channel.id(), null, scopes);
    }
}
