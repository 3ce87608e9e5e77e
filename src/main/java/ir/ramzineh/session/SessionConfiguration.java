package ir.ramzineh.session;

import ir.ramzineh.vault.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.convert.ConversionService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.session.Session;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.MySqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/**
 * Puts the node-local sessions in front of Spring Session's table. A session repository of our own makes Boot's
 * configuration step back, so timeout, cookie and schema are all decided here and in the migrations.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableJdbcHttpSession
class SessionConfiguration {
    @Bean
    ConversionService springSessionConversionService() {
        return DurableAttributes.conversion();
    }

    @Bean
    SessionIdGenerator sessionIds(SecureRandom random) {
        return new SessionIds(random);
    }

    /** Two requests that store the same new attribute at once must not break on its primary key. */
    @Bean
    MySqlJdbcIndexedSessionRepositoryCustomizer upsertOfAttributes() {
        return new MySqlJdbcIndexedSessionRepositoryCustomizer();
    }

    @Bean
    CookieSerializer signedCookies(Vault vault, HostCookies cookies) {
        return new SignedCookies(vault, cookies);
    }

    @Bean
    @Primary
    NodeLocalSessions<?> nodeLocalSessions(JdbcIndexedSessionRepository store, SessionSettings settings, Clock clock) {
        return inFrontOf(store, settings, clock);
    }

    /** The session type of the store has no public name; a method can speak of it nevertheless. */
    private static <S extends Session> NodeLocalSessions<S> inFrontOf(
            SessionRepository<S> store, SessionSettings settings, Clock clock) {
        return new NodeLocalSessions<>(store, settings, new OpenTabs(settings.signInPage()), clock);
    }

    @Bean
    FilterRegistrationBean<SessionRequestFilter> sessionRequestFilter(NodeLocalSessions<?> sessions) {
        FilterRegistrationBean<SessionRequestFilter> registration =
                new FilterRegistrationBean<>(new SessionRequestFilter(sessions));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.setAsyncSupported(true);
        return registration;
    }

    /** Right behind Spring Session, so that it sees whether there is a session. */
    @Bean
    FilterRegistrationBean<NewVisitorFilter> newVisitorFilter(SessionSettings settings) {
        FilterRegistrationBean<NewVisitorFilter> registration =
                new FilterRegistrationBean<>(new NewVisitorFilter(settings.newPerMinute()));
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER + 1);
        registration.setAsyncSupported(true);
        return registration;
    }

    @Bean
    SessionReaper sessionReaper(NodeLocalSessions<?> sessions, JdbcClient jdbc, Clock clock) {
        return new SessionReaper(sessions, jdbc, clock);
    }
}
