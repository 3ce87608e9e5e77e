package ir.ramzineh.branchconsole;

import ir.ramzineh.staff.StaffSignIn;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;

/**
 * Sign-in through the bank's own identity provider (OpenID Connect), off unless {@code
 * spring.security.oauth2.client.registration.*} names one. The provider says who somebody is; whether that is an active
 * member, and as what, is still decided here. No token of the provider is kept.
 */
@Component
class DirectorySignIn {
    static final String BEGIN = "/branch/directory";
    static final String CALLBACK = "/branch/directory/code/*";

    private final @Nullable ClientRegistrationRepository registrations;
    private final BranchSettings settings;

    DirectorySignIn(ObjectProvider<ClientRegistrationRepository> registrations, BranchSettings settings) {
        this.registrations = registrations.getIfAvailable();
        this.settings = settings;
    }

    /** A provider as the sign-in page shows it. */
    record Provider(String name, String path) {}

    /** What the sign-in page offers; empty where no provider is set up. */
    List<Provider> providers() {
        List<Provider> providers = new ArrayList<>();
        if (registrations instanceof Iterable<?> all) {
            for (Object one : all) {
                if (one instanceof ClientRegistration registration) {
                    String path = BEGIN.substring(1) + "/" + registration.getRegistrationId();
                    providers.add(new Provider(registration.getClientName(), path));
                }
            }
        }
        return providers;
    }

    /** The way there and the way back; empty where no provider is set up. */
    List<Filter> filters(StaffSignIn signIn, SessionAuthenticationStrategy newSession, BranchSecurityWelcome welcome) {
        ClientRegistrationRepository known = registrations;
        if (known == null) {
            return List.of();
        }
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(known, BEGIN);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return List.of(
                new OAuth2AuthorizationRequestRedirectFilter(resolver),
                new DirectorySignInFilter(
                        known, new NothingKept(), signIn, settings.directoryClaim(), newSession, welcome));
    }

    /** The provider's tokens are needed for one answer and for nothing after it. */
    private static final class NothingKept implements OAuth2AuthorizedClientRepository {
        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // the interface promises the caller's type without proof
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}
    }
}
