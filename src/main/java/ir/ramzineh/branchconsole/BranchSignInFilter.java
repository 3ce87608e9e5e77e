package ir.ramzineh.branchconsole;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import ir.ramzineh.credential.PasswordsBusyException;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffMark;
import ir.ramzineh.staff.StaffSignIn;
import ir.ramzineh.staff.StaffSignInOutcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * Takes the one form by which staff sign in: user name, password and code. What is right or wrong is decided by {@link
 * StaffSignIn}; here its answers become pages, and a success becomes a new session. The page learns the reason from the
 * query: {@code error}, {@code wait=<seconds>}, {@code busy}, {@code ended=<why>}.
 */
final class BranchSignInFilter extends AbstractAuthenticationProcessingFilter {
    static final String ROLE = "STAFF";

    private final transient StaffSignIn signIn;

    BranchSignInFilter(StaffSignIn signIn, SessionAuthenticationStrategy newSession, BranchSecurityWelcome welcome) {
        super(pathPattern(HttpMethod.POST, BranchSecurityConfiguration.SIGN_IN));
        this.signIn = signIn;
        setAuthenticationManager(unused -> unused);
        setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        setSessionAuthenticationStrategy(newSession);
        setAuthenticationSuccessHandler(welcome);
    }

    @Override
    public @Nullable Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        StaffSignInOutcome outcome;
        try {
            outcome = signIn.signIn(
                    field(request, "username"),
                    field(request, "password"),
                    field(request, "code"),
                    new ClientAddress(request.getRemoteAddr()));
        } catch (PasswordsBusyException e) {
            return again(request, response, "busy");
        }
        return switch (outcome) {
            case StaffSignInOutcome.SignedIn(StaffId id, StaffMark mark) -> member(request, id, mark);
            case StaffSignInOutcome.Refused() -> again(request, response, "error");
            case StaffSignInOutcome.Wait(Duration left) ->
                again(request, response, "wait=" + left.plusMillis(999).toSeconds());
        };
    }

    /** The member's number is all a session says of its owner; no name, no role at the bank. */
    static Authentication member(HttpServletRequest request, StaffId id, StaffMark mark) {
        request.setAttribute(BranchSecurityWelcome.MARK, mark);
        return UsernamePasswordAuthenticationToken.authenticated(
                SignedInStaff.principal(id), null, List.of(new SimpleGrantedAuthority("ROLE_" + ROLE)));
    }

    private static @Nullable Authentication again(
            HttpServletRequest request, HttpServletResponse response, String reason) throws IOException {
        response.sendRedirect(request.getContextPath() + BranchSecurityConfiguration.SIGN_IN + "?" + reason);
        return null;
    }

    private static String field(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
