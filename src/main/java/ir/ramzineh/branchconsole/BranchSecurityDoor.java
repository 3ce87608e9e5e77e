package ir.ramzineh.branchconsole;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Where a request goes that may not pass: to the sign-in page of staff, a signed-in customer too. */
final class BranchSecurityDoor implements AuthenticationEntryPoint, AccessDeniedHandler {
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
        toSignIn(request, response, reason instanceof CsrfException);
    }

    private static void toSignIn(HttpServletRequest request, HttpServletResponse response, boolean ended)
            throws IOException {
        String page = request.getContextPath() + BranchSecurityConfiguration.SIGN_IN;
        response.sendRedirect(ended ? page + "?ended=over" : page);
    }
}
