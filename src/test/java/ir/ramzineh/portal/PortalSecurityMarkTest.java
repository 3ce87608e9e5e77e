package ir.ramzineh.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import ir.ramzineh.credential.SignIn;
import ir.ramzineh.credential.SignInMark;
import ir.ramzineh.customer.Terms;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.session.SignedInDevices;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

/** A password that changes in the very moment of a sign-in (security case 11). */
class PortalSecurityMarkTest {
    private static final SignInMark MARK = new SignInMark(3, null);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theSessionLivesOnOnlyIfItsPasswordStillHoldsOnceItIsStored(boolean holds) throws Exception {
        AtomicBoolean stored = new AtomicBoolean();
        SignIn signIn = mock();
        when(signIn.stillHolds(new CustomerId(7), MARK)).thenAnswer(call -> {
            assertThat(stored).as("asked after the session was stored").isTrue();
            return holds;
        });
        MockHttpSession session = new MockHttpSession();
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        request.setAttribute(PortalSecurityWelcome.MARK, MARK);
        MockHttpServletResponse response = new MockHttpServletResponse() {
            @Override
            public void sendRedirect(String url) throws java.io.IOException {
                stored.set(true);
                super.sendRedirect(url);
            }
        };
        welcome(signIn)
                .onAuthenticationSuccess(
                        request,
                        response,
                        UsernamePasswordAuthenticationToken.authenticated("7", null, java.util.List.of()));
        assertThat(session.isInvalid()).isEqualTo(!holds);
    }

    private static PortalSecurityWelcome welcome(SignIn signIn) {
        Terms terms = mock();
        when(terms.accepted(any())).thenReturn(true);
        return new PortalSecurityWelcome(signIn, mock(SignedInDevices.class), terms);
    }
}
