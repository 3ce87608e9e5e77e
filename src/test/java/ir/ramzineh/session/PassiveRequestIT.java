package ir.ramzineh.session;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.kernel.PassiveRequest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.Session;
import org.springframework.session.web.http.CookieSerializer;

/** What a page asks by itself keeps no sign-in alive (security case 12). */
@PortalIT
class PassiveRequestIT {
    @Autowired
    private NodeLocalSessions<?> node;

    @Autowired
    private CookieSerializer cookies;

    @Autowired
    private TestClock clock;

    @Test
    void case12_aPageLeftAloneWithACountdownIsSignedOutAfterFiveIdleMinutes() throws Exception {
        String id = new SessionFixture(node, cookies).signedIn(SessionFixture.someCustomer());
        for (int minute = 0; minute < 6; minute++) {
            clock.advance(Duration.ofMinutes(1));
            request(node, id, true);
        }
        assertThat(node.findById(id)).isNull();
    }

    @Test
    void case12_aCustomerWhoGoesOnWorkingStaysSignedIn() throws Exception {
        String id = new SessionFixture(node, cookies).signedIn(SessionFixture.someCustomer());
        for (int minute = 0; minute < 6; minute++) {
            clock.advance(Duration.ofMinutes(1));
            request(node, id, false);
        }
        assertThat(node.findById(id)).isNotNull();
    }

    /** One request of a page for its components; what it was for is known only while it is served. */
    private static <S extends Session> void request(NodeLocalSessions<S> node, String id, boolean passive)
            throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.setQueryString("v-r=uidl&v-uiId=0");
        new SessionRequestFilter(node).doFilter(request, new MockHttpServletResponse(), (served, response) -> {
            NodeLocalSession<S> session = node.findById(id);
            if (session == null) {
                return;
            }
            session.setLastAccessedTime(Instant.EPOCH);
            if (passive) {
                served.setAttribute(PassiveRequest.ATTRIBUTE, true);
            }
            node.save(session);
        });
    }
}
