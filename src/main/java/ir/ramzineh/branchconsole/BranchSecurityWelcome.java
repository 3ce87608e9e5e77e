package ir.ramzineh.branchconsole;

import com.vaadin.flow.server.auth.NavigationAccessControl;
import ir.ramzineh.session.SignedInDevices;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffMark;
import ir.ramzineh.staff.StaffSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/**
 * What happens right after a member of staff signed in: the page that was asked for is shown, if it is one of staff. The
 * redirect stores the session; a member who was disabled or lost a role meanwhile is signed out at once (security cases
 * 11 and 22).
 */
@Component
class BranchSecurityWelcome implements AuthenticationSuccessHandler {
    private static final String SAVED_REQUEST = "SPRING_SECURITY_SAVED_REQUEST";

    /** Session attributes that say which page was asked for before the sign-in. */
    static final Set<String> ASKED_FOR = Set.of(SAVED_REQUEST, NavigationAccessControl.SESSION_STORED_REDIRECT);

    /** Request attribute with the {@link StaffMark} of the sign-in that has just succeeded. */
    static final String MARK = BranchSecurityWelcome.class.getName() + ".mark";

    private final StaffSignIn signIn;
    private final SignedInDevices devices;

    BranchSecurityWelcome(StaffSignIn signIn, SignedInDevices devices) {
        this.signIn = signIn;
        this.devices = devices;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        StaffMark mark = (StaffMark) Objects.requireNonNull(request.getAttribute(MARK));
        StaffId member = SignedInStaff.of(who.getName()).orElseThrow();
        HttpSession session = request.getSession();
        devices.signedIn(session, request.getHeader(HttpHeaders.USER_AGENT), request.getRemoteAddr(), null);
        String page = askedFor(session, request.getContextPath());
        response.sendRedirect(request.getContextPath() + page);
        if (!signIn.stillHolds(member, mark)) {
            session.invalidate();
        }
    }

    private static String askedFor(HttpSession session, String contextPath) {
        Optional<String> page = Optional.empty();
        if (session.getAttribute(SAVED_REQUEST) instanceof SavedRequest saved) {
            page = page(URI.create(saved.getRedirectUrl()).getRawPath(), contextPath);
        } else if (session.getAttribute(NavigationAccessControl.SESSION_STORED_REDIRECT) instanceof String path) {
            page = page("/" + path, "");
        }
        ASKED_FOR.forEach(session::removeAttribute);
        return page.orElse(BranchSecurityConfiguration.HOME);
    }

    /** Only a page of staff that is not its door; a query is dropped, for it belongs to another moment. */
    static Optional<String> page(String asked, String contextPath) {
        String path = asked.startsWith(contextPath) ? asked.substring(contextPath.length()) : "";
        int query = path.indexOf('?');
        String plain = query < 0 ? path : path.substring(0, query);
        boolean ours = plain.startsWith(BranchSecurityConfiguration.HOME + "/")
                && !plain.contains("\\")
                && !plain.contains("//")
                && !plain.startsWith(BranchSecurityConfiguration.SIGN_IN)
                && !plain.startsWith(BranchSecurityConfiguration.SIGN_OUT)
                && !plain.startsWith(BranchSecurityConfiguration.ENROL);
        return ours ? Optional.of(plain) : Optional.empty();
    }
}
