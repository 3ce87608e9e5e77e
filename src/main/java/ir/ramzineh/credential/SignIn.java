package ir.ramzineh.credential;

import ir.ramzineh.kernel.ClientAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Signing in: a password, then an SMS code on a new device or always. The door answers alike, in shape and in time, for
 * names that exist and names that do not.
 */
@Service
public class SignIn {

    SignIn() {}

    /**
     * Holds a user name and a password against what is stored.
     *
     * @param userName as typed, of any length
     * @param password as typed, of any length
     * @param device the key the browser presented, if any
     */
    public SignInOutcome password(String userName, String password, ClientAddress address, @Nullable DeviceKey device) {
        throw new UnsupportedOperationException(userName + password.length() + address + device);
    }

    /**
     * Completes a sign-in with the texted code, once.
     *
     * @param code as typed, in any digit script
     * @param rememberDevice whether this browser is the customer's own and shall be known from now on
     */
    public CodeOutcome code(ChallengeId challenge, String code, ClientAddress address, boolean rememberDevice) {
        throw new UnsupportedOperationException(challenge.toString() + code.length() + address + rememberDevice);
    }

    /** Texts the code again. */
    public ResendOutcome resend(ChallengeId challenge, ClientAddress address) {
        throw new UnsupportedOperationException(challenge.toString() + address);
    }
}
