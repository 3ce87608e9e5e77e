package ir.ramzineh.branchconsole;

import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.staff.StaffSignIn;
import ir.ramzineh.staff.StaffSignInOutcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * The way back from the bank's identity provider: code, state, nonce and signature are checked by Spring Security; then
 * one claim finds the member. What is stored is the same small token as after a sign-in by password.
 */
final class DirectorySignInFilter extends OAuth2LoginAuthenticationFilter {
    private static final String EMAIL = "email";

    private final transient StaffSignIn signIn;
    private final String claim;

    DirectorySignInFilter(
            ClientRegistrationRepository registrations,
            OAuth2AuthorizedClientRepository clients,
            StaffSignIn signIn,
            String claim,
            SessionAuthenticationStrategy newSession,
            BranchSecurityWelcome welcome) {
        super(registrations, clients, DirectorySignIn.CALLBACK);
        this.signIn = signIn;
        this.claim = claim;
        setAuthenticationManager(new ProviderManager(new OidcAuthorizationCodeAuthenticationProvider(
                new RestClientAuthorizationCodeTokenResponseClient(), new OidcUserService())));
        setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        setSessionAuthenticationStrategy(newSession);
        setAuthenticationSuccessHandler(welcome);
        setAuthenticationFailureHandler((request, response, reason) ->
                response.sendRedirect(request.getContextPath() + BranchSecurityConfiguration.SIGN_IN + "?directory"));
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        Authentication provider = super.attemptAuthentication(request, response);
        return name(provider.getPrincipal())
                .flatMap(name -> signIn.fromDirectory(name, new ClientAddress(request.getRemoteAddr())))
                .map((StaffSignInOutcome.SignedIn member) ->
                        BranchSignInFilter.member(request, member.id(), member.mark()))
                .orElseThrow(() -> new BadCredentialsException("not an active member of staff"));
    }

    /** An e-mail address counts only if the provider does not doubt it. */
    private Optional<String> name(@Nullable Object principal) {
        if (!(principal instanceof OidcUser user)) {
            return Optional.empty();
        }
        boolean doubted = claim.equals(EMAIL) && Boolean.FALSE.equals(user.getEmailVerified());
        return doubted ? Optional.empty() : Optional.ofNullable(user.getClaimAsString(claim));
    }
}
