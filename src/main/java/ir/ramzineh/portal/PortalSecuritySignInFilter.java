package ir.ramzineh.portal;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import ir.ramzineh.credential.ChallengeId;
import ir.ramzineh.credential.CodeOutcome;
import ir.ramzineh.credential.CodeSent;
import ir.ramzineh.credential.PasswordsBusyException;
import ir.ramzineh.credential.ResendOutcome;
import ir.ramzineh.credential.SignIn;
import ir.ramzineh.credential.SignInMark;
import ir.ramzineh.credential.SignInOutcome;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.session.PendingSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/**
 * Takes the three forms of signing in: user name and password, the code by SMS, and "send it again". What is right or
 * wrong is decided by {@link SignIn}; here its answers become pages, and a success becomes a new session.
 *
 * <p>The pages learn the reason from the query: {@code error}, {@code wait=<seconds>}, {@code busy}, {@code again} (the code is used
 * up, begin with the password), {@code ended=<why>}; the code page besides {@code expired} and {@code sent}.
 */
class PortalSecuritySignInFilter extends AbstractAuthenticationProcessingFilter {
    private final transient SignIn signIn;
    private final transient PortalSecurityDeviceCookie deviceCookie;

    PortalSecuritySignInFilter(
            SignIn signIn,
            PortalSecurityDeviceCookie deviceCookie,
            SessionAuthenticationStrategy newSession,
            PortalSecurityWelcome welcome) {
        super(new OrRequestMatcher(
                pathPattern(HttpMethod.POST, PortalSecurityConfiguration.SIGN_IN),
                pathPattern(HttpMethod.POST, PortalSecurityConfiguration.SIGN_IN_CODE),
                pathPattern(HttpMethod.POST, PortalSecurityConfiguration.SIGN_IN_RESEND)));
        this.signIn = signIn;
        this.deviceCookie = deviceCookie;
        setAuthenticationManager(unused -> unused);
        setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        setSessionAuthenticationStrategy(newSession);
        setAuthenticationSuccessHandler(welcome);
    }

    @Override
    public @Nullable Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return switch (request.getServletPath()) {
            case PortalSecurityConfiguration.SIGN_IN -> password(request, response);
            case PortalSecurityConfiguration.SIGN_IN_CODE -> code(request, response);
            default -> resend(request, response);
        };
    }

    private @Nullable Authentication password(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        SignInOutcome outcome;
        try {
            outcome = signIn.password(
                    field(request, "username"),
                    field(request, "password"),
                    address(request),
                    deviceCookie.read(request));
        } catch (PasswordsBusyException e) {
            return show(request, response, PortalSecurityConfiguration.SIGN_IN + "?busy");
        }
        return switch (outcome) {
            case SignInOutcome.SignedIn(CustomerId customer, SignInMark mark) -> customer(request, customer, mark);
            case SignInOutcome.Refused() -> show(request, response, PortalSecurityConfiguration.SIGN_IN + "?error");
            case SignInOutcome.Wait(Duration wait) ->
                show(request, response, PortalSecurityConfiguration.SIGN_IN + "?wait=" + secondsUp(wait));
            case SignInOutcome.TokenCodeRequired(ChallengeId challenge, Instant endsAt, int triesLeft) -> {
                request.getSession();
                request.changeSessionId();
                request.getSession()
                        .setAttribute(
                                PendingSignIn.ATTRIBUTE,
                                new PendingSignIn(challenge.reveal(), "", endsAt, endsAt, triesLeft, true));
                yield show(request, response, PortalSecurityConfiguration.SIGN_IN_CODE);
            }
            case SignInOutcome.CodeRequired(ChallengeId challenge, CodeSent sent) -> {
                request.getSession();
                request.changeSessionId();
                await(request.getSession(), challenge, sent);
                yield show(request, response, PortalSecurityConfiguration.SIGN_IN_CODE);
            }
        };
    }

    private @Nullable Authentication code(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession();
        if (!(session.getAttribute(PendingSignIn.ATTRIBUTE) instanceof PendingSignIn pending)) {
            return show(request, response, PortalSecurityConfiguration.SIGN_IN + "?ended=over");
        }
        boolean remember = request.getParameter("remember") != null;
        CodeOutcome outcome =
                signIn.code(new ChallengeId(pending.challenge()), field(request, "code"), address(request), remember);
        return switch (outcome) {
            case CodeOutcome.SignedIn(var customer, var mark, var device) -> {
                if (device != null) {
                    deviceCookie.write(request, response, device);
                }
                yield customer(request, customer, mark);
            }
            case CodeOutcome.Wrong(int triesLeft) -> {
                session.setAttribute(PendingSignIn.ATTRIBUTE, pending.withTriesLeft(triesLeft));
                yield show(request, response, PortalSecurityConfiguration.SIGN_IN_CODE + "?error");
            }
            case CodeOutcome.Wait(Duration wait) ->
                show(request, response, PortalSecurityConfiguration.SIGN_IN_CODE + "?wait=" + secondsUp(wait));
            case CodeOutcome.Expired() ->
                show(request, response, PortalSecurityConfiguration.SIGN_IN_CODE + "?expired");
            case CodeOutcome.Ended() -> startAgain(request, response);
        };
    }

    private @Nullable Authentication resend(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        HttpSession session = request.getSession();
        if (!(session.getAttribute(PendingSignIn.ATTRIBUTE) instanceof PendingSignIn pending)) {
            return show(request, response, PortalSecurityConfiguration.SIGN_IN + "?ended=over");
        }
        ChallengeId challenge = new ChallengeId(pending.challenge());
        return switch (signIn.resend(challenge, address(request))) {
            case ResendOutcome.Sent(CodeSent sent) -> {
                await(session, challenge, sent);
                yield show(request, response, PortalSecurityConfiguration.SIGN_IN_CODE + "?sent");
            }
            case ResendOutcome.Wait(Duration wait) ->
                show(request, response, PortalSecurityConfiguration.SIGN_IN_CODE + "?wait=" + secondsUp(wait));
            case ResendOutcome.Ended() -> startAgain(request, response);
        };
    }

    private static @Nullable Authentication startAgain(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.getSession().removeAttribute(PendingSignIn.ATTRIBUTE);
        return show(request, response, PortalSecurityConfiguration.SIGN_IN + "?again");
    }

    private static void await(HttpSession session, ChallengeId challenge, CodeSent sent) {
        session.setAttribute(
                PendingSignIn.ATTRIBUTE,
                new PendingSignIn(
                        challenge.reveal(),
                        sent.maskedNumber(),
                        sent.codeExpiresAt(),
                        sent.resendAt(),
                        sent.triesLeft(),
                        false));
    }

    /** Sends the browser to a page of the portal; nobody is signed in yet. */
    private static @Nullable Authentication show(HttpServletRequest request, HttpServletResponse response, String page)
            throws IOException {
        response.sendRedirect(request.getContextPath() + page);
        return null;
    }

    /** The customer's number is all a session says of its owner; no name, no password. */
    private static Authentication customer(HttpServletRequest request, CustomerId customer, SignInMark mark) {
        request.setAttribute(PortalSecurityWelcome.MARK, mark);
        return UsernamePasswordAuthenticationToken.authenticated(
                String.valueOf(customer.value()), null, List.of(new SimpleGrantedAuthority("ROLE_CUSTOMER")));
    }

    private static String field(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private static ClientAddress address(HttpServletRequest request) {
        return new ClientAddress(request.getRemoteAddr());
    }

    private static long secondsUp(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }
}
