package ir.ramzineh.portal;

import com.vaadin.flow.server.auth.NavigationAccessControl;
import ir.ramzineh.credential.SignIn;
import ir.ramzineh.credential.SignInMark;
import ir.ramzineh.customer.Terms;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.session.SignedInDevices;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/**
 * What happens right after a sign-in: the device is noted, and the page that was asked for is shown. The redirect stores
 * the session; a password that changed while the sign-in was under way ends it at once (security case 11).
 */
@Component
class PortalSecurityWelcome implements AuthenticationSuccessHandler {
    private static final String SAVED_REQUEST = "SPRING_SECURITY_SAVED_REQUEST";

    /** Session attributes that say which page was asked for before the sign-in. */
    static final Set<String> ASKED_FOR = Set.of(SAVED_REQUEST, NavigationAccessControl.SESSION_STORED_REDIRECT);

    /** Request attribute with the {@link SignInMark} of the sign-in that has just succeeded. */
    static final String MARK = PortalSecurityWelcome.class.getName() + ".mark";

    static final String TERMS = "/terms";
    private static final String HOME = "/";
    private static final String BRANCH = "/branch";

    private final SignIn signIn;
    private final SignedInDevices devices;
    private final Terms terms;

    PortalSecurityWelcome(SignIn signIn, SignedInDevices devices, Terms terms) {
        this.signIn = signIn;
        this.devices = devices;
        this.terms = terms;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        SignInMark mark = (SignInMark) Objects.requireNonNull(request.getAttribute(MARK));
        CustomerId customer = new CustomerId(Long.parseLong(who.getName()));
        HttpSession session = request.getSession();
        devices.signedIn(
                session, request.getHeader(HttpHeaders.USER_AGENT), request.getRemoteAddr(), mark.knownDevice());
        String page = askedFor(session, request.getContextPath());
        boolean agreed = terms.accepted(customer);
        response.sendRedirect(request.getContextPath() + (agreed ? page : TERMS));
        if (!signIn.stillHolds(customer, mark)) {
            session.invalidate();
        }
    }

    private static String askedFor(HttpSession session, String contextPath) {
        String page = null;
        if (session.getAttribute(SAVED_REQUEST) instanceof SavedRequest saved) {
            String whole = local(saved.getRedirectUrl());
            page = whole != null && whole.startsWith(contextPath) ? local(whole.substring(contextPath.length())) : null;
        } else if (session.getAttribute(NavigationAccessControl.SESSION_STORED_REDIRECT) instanceof String path) {
            page = local(path.startsWith("/") ? path : "/" + path);
        }
        ASKED_FOR.forEach(session::removeAttribute);
        return page == null ? HOME : page;
    }

    /**
     * Path and query of an address, so that nobody is ever sent to another host; the sign-in pages and the pages of
     * staff lead home.
     */
    static @Nullable String local(String address) {
        try {
            URI uri = URI.create(address);
            String path = uri.getRawPath();
            if (path == null || !path.startsWith("/") || path.startsWith("//") || path.contains("\\")) {
                return null;
            }
            if (path.startsWith(PortalSecurityConfiguration.SIGN_IN)
                    || path.equals(PortalSecurityConfiguration.SIGN_OUT)
                    || path.equals(BRANCH)
                    || path.startsWith(BRANCH + "/")) {
                return null;
            }
            String query = uri.getRawQuery();
            return query == null || query.equals("continue") ? path : path + "?" + query;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
