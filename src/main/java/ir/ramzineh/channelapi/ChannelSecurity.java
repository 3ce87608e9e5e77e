package ir.ramzineh.channelapi;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.session.DisableEncodeUrlFilter;

/**
 * Everything below {@code /api}: no session, no cookie, no sign-in page; a bearer key with the right scope or nothing.
 * The claim endpoints of phones need no key of a channel, they prove themselves by what they send.
 */
@Configuration(proxyBeanMethods = false)
class ChannelSecurity {
    static final String VERIFICATIONS = "/api/v1/verifications";
    static final String PASSWORD_POLICIES = "/api/v1/password-policies";
    static final String STATIC_ALLOWANCES = "/api/v1/static-allowances";
    static final String PAYMENT_CODES = "/api/v1/payment-codes";
    static final String TERMINALS = "/api/v1/terminals";
    static final String USSD_SESSIONS = "/api/v1/ussd/sessions";
    /** Where phones knock: they have no key of a channel, so these paths are open and limited by address. */
    static final String ACTIVATIONS = "/api/v1/activations";

    /** Where phones knock whose token is active; their requests carry a code over them. */
    static final String TOKENS = "/api/v1/tokens";

    /** The same for account tokens (S10.18). */
    static final String GATEWAY_TOKENS = "/api/v1/gateway-tokens";

    /** Where SMS providers knock; their requests are signed. */
    static final String SMS_PROVIDERS = "/api/v1/sms";

    private static final String OPEN_API = "/api/openapi";

    @Bean
    @Order(1)
    SecurityFilterChain channelFilterChain(
            HttpSecurity http, ChannelKeys keys, SecurityContextHolderStrategy contexts, Clock clock) throws Exception {
        return http.securityMatcher("/api/**")
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .rememberMe(remember -> remember.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .addFilterBefore(new ChannelLaneFilter(), DisableEncodeUrlFilter.class)
                .addFilterBefore(new ServerTimeFilter(clock), DisableEncodeUrlFilter.class)
                .addFilterBefore(new ChannelKeyFilter(keys, contexts), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.POST, VERIFICATIONS)
                        .hasAuthority(ChannelScope.VERIFICATION.authority())
                        .requestMatchers(HttpMethod.POST, PASSWORD_POLICIES)
                        .hasAuthority(ChannelScope.PASSWORD_POLICY.authority())
                        .requestMatchers(HttpMethod.POST, TERMINALS + "/**")
                        .hasAuthority(ChannelScope.TERMINAL.authority())
                        .requestMatchers(HttpMethod.POST, STATIC_ALLOWANCES)
                        .hasAuthority(ChannelScope.SMALL_AMOUNT.authority())
                        .requestMatchers(HttpMethod.POST, PAYMENT_CODES)
                        .hasAuthority(ChannelScope.PAYMENT_CODE.authority())
                        .requestMatchers(HttpMethod.POST, USSD_SESSIONS + "/*")
                        .hasAuthority(ChannelScope.USSD.authority())
                        .requestMatchers(HttpMethod.POST, ACTIVATIONS + "/**", TOKENS + "/*/*", GATEWAY_TOKENS + "/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, SMS_PROVIDERS + "/*/reports", SMS_PROVIDERS + "/*/messages")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, OPEN_API)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, refusal) -> ChannelKeyFilter.refuse(response))
                        .accessDeniedHandler((request, response, refusal) ->
                                Problems.write(response, HttpStatus.FORBIDDEN, "This channel may not ask this.")))
                .build();
    }
}
