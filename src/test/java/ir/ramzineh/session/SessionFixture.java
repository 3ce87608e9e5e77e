package ir.ramzineh.session;

import ir.ramzineh.kernel.CustomerId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.web.http.CookieSerializer;

/** Signs people in without their password, so that a test of sessions needs nothing but sessions. */
final class SessionFixture {
    private final SessionRepository<?> sessions;
    private final CookieSerializer cookies;

    SessionFixture(SessionRepository<?> sessions, CookieSerializer cookies) {
        this.sessions = sessions;
        this.cookies = cookies;
    }

    /** The database outlives the test run, so nobody of an earlier run may come back. */
    static CustomerId someCustomer() {
        return new CustomerId(ThreadLocalRandom.current().nextLong(1L << 50, 1L << 60));
    }

    /** Stores a sign-in and returns its session id. */
    String signedIn(CustomerId customer) {
        return signedIn(sessions, customer);
    }

    private static <S extends Session> String signedIn(SessionRepository<S> sessions, CustomerId customer) {
        S session = sessions.createSession();
        session.setAttribute(DurableAttributes.SECURITY_CONTEXT, new SecurityContextImpl(authentication(customer)));
        session.setAttribute(
                DeviceRecord.ATTRIBUTE,
                new DeviceRecord(
                        "device.browser.chrome",
                        "device.system.android",
                        "192.0.2.7",
                        session.getLastAccessedTime(),
                        null));
        sessions.save(session);
        return session.getId();
    }

    static Authentication authentication(CustomerId customer) {
        return UsernamePasswordAuthenticationToken.authenticated(
                String.valueOf(customer.value()), null, List.of(new SimpleGrantedAuthority("ROLE_CUSTOMER")));
    }

    /** The cookie the portal would set for this id, as {@code name=value}. */
    String cookie(String sessionId) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        cookies.writeCookieValue(new CookieSerializer.CookieValue(new MockHttpServletRequest(), response, sessionId));
        String header = new ArrayList<>(response.getHeaders("Set-Cookie")).getFirst();
        return header.substring(0, header.indexOf(';'));
    }
}
