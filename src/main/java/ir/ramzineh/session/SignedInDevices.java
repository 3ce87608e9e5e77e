package ir.ramzineh.session;

import ir.ramzineh.kernel.CustomerId;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * "Where am I signed in": the list of a customer's live sign-ins and the ways to end them.
 *
 * <p>An ended sign-in is refused with its next request on every node, and its open tabs are sent to the sign-in page
 * within three seconds. Ending takes part in the caller's transaction, so that a changed password and the end of the
 * old sign-ins are one deed.
 */
@Service
public class SignedInDevices {
    private static final int ADDRESS_LENGTH_MAX = 45;

    private final PrincipalSessions sessions;
    private final Clock clock;

    SignedInDevices(PrincipalSessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Keeps with a new sign-in what its owner will recognise it by.
     *
     * @param session the session that was just signed in
     * @param userAgent what the browser calls itself, if anything
     * @param clientAddress IP address the request came from
     * @param knownDevice the known browser it came from, to be forgotten with this sign-in; if any
     */
    public void signedIn(
            HttpSession session, @Nullable String userAgent, String clientAddress, @Nullable Long knownDevice) {
        UserAgent agent = UserAgent.parse(userAgent);
        String address = clientAddress.substring(0, Math.min(clientAddress.length(), ADDRESS_LENGTH_MAX));
        session.setAttribute(
                DeviceRecord.ATTRIBUTE,
                new DeviceRecord(agent.browserKey(), agent.systemKey(), address, clock.instant(), knownDevice));
    }

    /** Live sign-ins of this customer, the current one first, then by last use. */
    public List<SignedInDevice> of(CustomerId customer, String currentSessionId) {
        return sessions.of(principal(customer), currentSessionId);
    }

    /** Ends one sign-in; {@code false} when there is none of that name or it is somebody else's. */
    public boolean end(CustomerId customer, DeviceSessionRef ref) {
        return sessions.end(principal(customer), ref);
    }

    /** Ends every sign-in but the current one; returns how many. */
    public int endOthers(CustomerId customer, String currentSessionId) {
        return sessions.endOthers(principal(customer), currentSessionId);
    }

    /** Ends every sign-in of this customer, such as after a recovered password; returns how many. */
    public int endAll(CustomerId customer) {
        return sessions.endAll(principal(customer));
    }

    /** The name under which Spring Session files the sign-ins of a customer. */
    private static String principal(CustomerId customer) {
        return String.valueOf(customer.value());
    }
}
