package ir.ramzineh.ramzna;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;

/**
 * The filter chain of the app: anybody may read its files, nobody may send anything; no session, no cookie. The page runs
 * what this host serves and nothing else: no script in the page, none made of text, no address but this one.
 */
@Configuration(proxyBeanMethods = false)
class RamznaSecurity {
    /** WebAssembly is for Argon2id, which stretches the app's password. Trusted Types have the one policy of the app. */
    static final String POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
            + "img-src 'self' blob: data:; connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; "
            + "media-src 'self' blob:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; "
            + "require-trusted-types-for 'script'; trusted-types ramzna";

    private static final String PERMISSIONS = "camera=(self), clipboard-write=(self), "
            + "publickey-credentials-create=(self), publickey-credentials-get=(self), clipboard-read=(), "
            + "display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

    /** Of a file that a page loads. */
    static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** Files that a page loads; the scripts of the workers are not among them. */
    private static final Pattern LOADED =
            Pattern.compile("/ramzna/(?!sw\\.js$|workers/)[a-z0-9/-]+\\.(?:js|css|json|webmanifest|png)$");

    @Bean
    @Order(2)
    SecurityFilterChain ramznaFilterChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/ramzna", "/ramzna/**")
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .rememberMe(remember -> remember.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, "/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, refusal) -> response.setStatus(405))
                        .accessDeniedHandler((request, response, refusal) -> response.setStatus(405)))
                .headers(RamznaSecurity::headers)
                .build();
    }

    /**
     * All of it for what runs by a policy of its own: the page and the workers. A style, a font or a module runs by the policy
     * of the page that loads it; when somebody opens it by its address it may do nothing at all, and for that a few words do.
     * They travel with each of the files.
     */
    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.defaultsDisabled()
                .contentTypeOptions(withDefaults())
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(RamznaSecurity::runs),
                        new ContentSecurityPolicyHeaderWriter(NOTHING)))
                .addHeaderWriter(sameOrigin());
        for (HeaderWriter whole : List.of(
                new ContentSecurityPolicyHeaderWriter(POLICY),
                new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.NO_REFERRER),
                new PermissionsPolicyHeaderWriter(PERMISSIONS),
                aloneAmongWindows())) {
            headers.addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(RamznaSecurity::runs, whole));
        }
    }

    /** Whatever is no file by its ending counts as a page, answers for what is not there too. */
    private static boolean runs(HttpServletRequest request) {
        return !LOADED.matcher(request.getRequestURI()).find();
    }

    private static HeaderWriter sameOrigin() {
        CrossOriginResourcePolicyHeaderWriter writer = new CrossOriginResourcePolicyHeaderWriter();
        writer.setPolicy(CrossOriginResourcePolicy.SAME_ORIGIN);
        return writer;
    }

    private static HeaderWriter aloneAmongWindows() {
        CrossOriginOpenerPolicyHeaderWriter writer = new CrossOriginOpenerPolicyHeaderWriter();
        writer.setPolicy(CrossOriginOpenerPolicy.SAME_ORIGIN);
        return writer;
    }
}
