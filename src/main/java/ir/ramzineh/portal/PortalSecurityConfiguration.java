package ir.ramzineh.portal;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import com.vaadin.flow.server.auth.NavigationAccessControl;
import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import ir.ramzineh.credential.SignIn;
import ir.ramzineh.ui.SecurityHeaders;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * The filter chains for people and for management. The chain of the channels comes before the portal's; what nobody
 * claimed ends here, and what is not allowed by name needs a sign-in.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class PortalSecurityConfiguration {
    static final String SIGN_IN = "/sign-in";
    static final String SIGN_IN_CODE = "/sign-in/code";
    static final String SIGN_IN_RESEND = "/sign-in/resend";
    static final String SIGN_OUT = "/sign-out";

    /**
     * Health and metrics. They exist only on the management port, which stands on loopback; who may reach that port may
     * read them.
     */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 10)
    SecurityFilterChain managementChain(HttpSecurity http) throws Exception {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .build();
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain portalChain(
            HttpSecurity http,
            SignIn signIn,
            PortalSecurityDeviceCookie deviceCookie,
            PortalSecurityWelcome welcome,
            SecurityHeaders headers,
            NavigationAccessControl navigation)
            throws Exception {
        navigation.setLoginView(SIGN_IN);
        CsrfTokenRepository csrfTokens = new HttpSessionCsrfTokenRepository();
        SessionAuthenticationStrategy newSession = new CompositeSessionAuthenticationStrategy(
                List.of(new PortalSecurityNewSession(), new CsrfAuthenticationStrategy(csrfTokens)));
        PortalSecuritySignInFilter forms = new PortalSecuritySignInFilter(signIn, deviceCookie, newSession, welcome);
        PortalSecurityDoor door = new PortalSecurityDoor();
        http.authorizeHttpRequests(PortalSecurityConfiguration::rules)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens))
                .with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.anyRequest(rule -> rule.authenticated()))
                .logout(logout -> logout.logoutRequestMatcher(pathPattern(HttpMethod.POST, SIGN_OUT))
                        .logoutSuccessHandler(signedOut()))
                .exceptionHandling(
                        problems -> problems.authenticationEntryPoint(door).accessDeniedHandler(door))
                .headers(headers::configure)
                .addFilterAt(forms, UsernamePasswordAuthenticationFilter.class);
        return http.build();
    }

    /** Works for a plain form and for a button of a view, whose answer must stay in Vaadin's own protocol. */
    private static LogoutSuccessHandler signedOut() {
        SimpleUrlLogoutSuccessHandler page = new SimpleUrlLogoutSuccessHandler();
        page.setDefaultTargetUrl(SIGN_IN + "?ended=signed-out");
        page.setRedirectStrategy(new UidlRedirectStrategy());
        return page;
    }

    /**
     * These rules come before Vaadin's own, which let every request through that carries {@code ?v-r=}: a path that is
     * not Vaadin's must be decided here.
     */
    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/api/**", "/VAADIN", "/VAADIN/")
                .denyAll()
                .requestMatchers(HttpMethod.GET, "/ramzineh/**", "/.well-known/change-password")
                .permitAll();
    }

    /**
     * Tomcat 11 suspends a response after a forward, before Spring's wrappers had their turn: the sign-in page would
     * lose its cookie and every security header (spring-security issue 19457).
     */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> headersSurviveForwards() {
        return factory ->
                factory.addContextCustomizers(context -> context.setSuspendWrappedResponseAfterForward(false));
    }
}
