package ir.ramzineh.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Where a request goes that may not pass: to the sign-in page, which says "your session has ended" when the browser
 * still carried one.
 */
final class PortalSecurityDoor implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final Set<String> FORMS = Set.of(
            PortalSecurityConfiguration.SIGN_IN,
            PortalSecurityConfiguration.SIGN_IN_CODE,
            PortalSecurityConfiguration.SIGN_IN_RESEND,
            PortalSecurityConfiguration.SIGN_OUT);

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        boolean hadOne = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
        toSignIn(request, response, hadOne);
    }

    /** A form whose page outlived its session carries a token nobody knows any more; that is no attack. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        if (reason instanceof CsrfException && FORMS.contains(request.getServletPath())) {
            toSignIn(request, response, true);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static void toSignIn(HttpServletRequest request, HttpServletResponse response, boolean ended)
            throws IOException {
        String page = request.getContextPath() + PortalSecurityConfiguration.SIGN_IN;
        response.sendRedirect(ended ? page + "?ended=over" : page);
    }
}
