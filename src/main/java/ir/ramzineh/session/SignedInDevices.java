package ir.ramzineh.session;

import ir.ramzineh.kernel.CustomerId;
import java.util.List;
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
    /** Live sign-ins of this customer, the current one first, then by last use. */
    public List<SignedInDevice> of(CustomerId customer, String currentSessionId) {
        throw new UnsupportedOperationException();
    }

    /** Ends one sign-in; {@code false} when there is none of that name or it is somebody else's. */
    public boolean end(CustomerId customer, DeviceSessionRef ref) {
        throw new UnsupportedOperationException();
    }

    /** Ends every sign-in but the current one; returns how many. */
    public int endOthers(CustomerId customer, String currentSessionId) {
        throw new UnsupportedOperationException();
    }

    /** Ends every sign-in of this customer, such as after a recovered password; returns how many. */
    public int endAll(CustomerId customer) {
        throw new UnsupportedOperationException();
    }
}
