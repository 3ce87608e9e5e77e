package ir.ramzineh.portal;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.WrappedSession;
import ir.ramzineh.session.PendingSignIn;
import java.util.Optional;

/** The session of the page that is being served. */
final class CurrentSession {
    private CurrentSession() {}

    /** Its id, to tell this sign-in from the customer's others; empty outside a request. Never shown, never logged. */
    static Optional<String> id() {
        return session().map(WrappedSession::getId);
    }

    /** The code this browser is asked for, if its password was right; without one the code page leads to sign-in. */
    static Optional<PendingSignIn> pendingSignIn() {
        return session()
                .map(session -> session.getAttribute(PendingSignIn.ATTRIBUTE))
                .filter(PendingSignIn.class::isInstance)
                .map(PendingSignIn.class::cast);
    }

    private static Optional<WrappedSession> session() {
        VaadinRequest request = VaadinRequest.getCurrent();
        return Optional.ofNullable(request == null ? null : request.getWrappedSession(false));
    }
}
