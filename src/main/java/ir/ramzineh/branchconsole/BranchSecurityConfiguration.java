package ir.ramzineh.branchconsole;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import com.vaadin.flow.server.auth.NavigationAccessChecker;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import com.vaadin.flow.spring.security.NavigationAccessControlConfigurer;
import ir.ramzineh.staff.StaffSignIn;
import ir.ramzineh.ui.SecurityHeaders;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * The filter chain of everything under {@code /branch}: pages as the browser loads them, the sign-in form, sign-out. What
 * an open page asks of Vaadin comes to the one servlet at the root and through the portal's chain; there {@link
 * BranchNavigation} and the access rule of each page decide, with the role of the same session.
 *
 * @see <a href="file:docs/design-decisions/013-staff-and-customers-share-no-session.md">decision 013</a>
 */
@Configuration(proxyBeanMethods = false)
class BranchSecurityConfiguration {
    static final String HOME = "/branch";
    static final String SIGN_IN = "/branch/sign-in";
    static final String SIGN_OUT = "/branch/sign-out";
    static final String ENROL = "/branch/enrol";

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE - 10)
    SecurityFilterChain branchChain(
            HttpSecurity http,
            StaffSignIn signIn,
            BranchSecurityWelcome welcome,
            DirectorySignIn directory,
            SecurityHeaders headers)
            throws Exception {
        CsrfTokenRepository csrfTokens = new HttpSessionCsrfTokenRepository();
        SessionAuthenticationStrategy newSession = new CompositeSessionAuthenticationStrategy(
                List.of(new BranchSecurityNewSession(), new CsrfAuthenticationStrategy(csrfTokens)));
        BranchSecurityDoor door = new BranchSecurityDoor();
        for (Filter filter : directory.filters(signIn, newSession, welcome)) {
            http.addFilterBefore(filter, UsernamePasswordAuthenticationFilter.class);
        }
        return http.securityMatcher(HOME, HOME + "/**")
                .authorizeHttpRequests(BranchSecurityConfiguration::rules)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens))
                .logout(logout -> logout.logoutRequestMatcher(pathPattern(HttpMethod.POST, SIGN_OUT))
                        .logoutSuccessUrl(SIGN_IN + "?ended=signed-out"))
                .exceptionHandling(
                        problems -> problems.authenticationEntryPoint(door).accessDeniedHandler(door))
                .headers(headers::configure)
                .addFilterAt(
                        new BranchSignInFilter(signIn, newSession, welcome), UsernamePasswordAuthenticationFilter.class)
                .build();
    }

    /** The control that Vaadin would have made, but with the door of staff for the pages of staff. */
    @Bean
    @Primary
    NavigationAccessControl branchNavigation(
            List<NavigationAccessChecker> checkers, NavigationAccessControlConfigurer configurer) {
        return configurer.build(BranchNavigation::new, checkers);
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(SIGN_IN, ENROL, DirectorySignIn.BEGIN + "/**")
                .permitAll()
                .anyRequest()
                .hasRole(BranchSignInFilter.ROLE);
    }
}
