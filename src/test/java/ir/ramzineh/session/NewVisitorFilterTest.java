package ir.ramzineh.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

/** A program that keeps no cookie cannot fill the table of sessions. */
class NewVisitorFilterTest {
    private static final int PER_MINUTE = 3;

    private final NewVisitorFilter filter = new NewVisitorFilter(PER_MINUTE);
    private final AtomicInteger served = new AtomicInteger();

    @Test
    void beyondTheLimitAVisitorWithoutSessionIsAskedToWaitInBothLanguages() throws Exception {
        for (int i = 0; i < PER_MINUTE; i++) {
            assertThat(open("/sign-in", "203.0.113.7", false).getStatus()).isEqualTo(200);
        }
        MockHttpServletResponse answer = open("/sign-in", "203.0.113.7", false);
        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.getHeader("Retry-After"))).isBetween(1, 61);
        assertThat(answer.getContentAsString()).contains("کمی صبر کنید").contains("Please wait");
        assertThat(served).hasValue(PER_MINUTE);
    }

    @Test
    void whoHasASessionIsNeverAsked() throws Exception {
        for (int i = 0; i < 10 * PER_MINUTE; i++) {
            assertThat(open("/cards", "203.0.113.7", true).getStatus()).isEqualTo(200);
        }
    }

    @Test
    void filesAndChannelsAreNotCounted() throws Exception {
        for (int i = 0; i < PER_MINUTE; i++) {
            open("/VAADIN/build/a.js", "203.0.113.7", false);
            open("/api/v1/verifications", "203.0.113.7", false);
            open("/ramzna/", "203.0.113.7", false);
            open("/ramzineh/portal.css", "203.0.113.7", false);
        }
        assertThat(open("/", "203.0.113.7", false).getStatus()).isEqualTo(200);
    }

    @Test
    void aHouseholdOfIpv6CountsAsOneAndAnotherAddressIsNotHeldBack() throws Exception {
        for (int i = 0; i < PER_MINUTE; i++) {
            open("/", "2001:db8:1:2::" + i, false);
        }
        assertThat(open("/", "2001:db8:1:2::ffff", false).getStatus()).isEqualTo(429);
        assertThat(open("/", "2001:db8:1:3::1", false).getStatus()).isEqualTo(200);
        assertThat(open("/", "203.0.113.8", false).getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse open(String path, String address, boolean withSession) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        request.setRemoteAddr(address);
        if (withSession) {
            request.setSession(new MockHttpSession());
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, (in, out) -> served.incrementAndGet());
        return response;
    }
}
