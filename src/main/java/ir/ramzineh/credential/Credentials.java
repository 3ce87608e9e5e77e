package ir.ramzineh.credential;

import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.CustomerId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** User names and passwords of customers. */
@Service
public class Credentials {

    Credentials() {}

    /**
     * Gives a new customer a user name and a password, in the caller's transaction.
     *
     * @throws UserNameTakenException the name belongs to somebody
     * @throws WeakPasswordException the password breaks a rule
     */
    public void set(CustomerId customer, UserName userName, Password password) {
        throw new UnsupportedOperationException(customer.toString() + userName + password);
    }

    public Optional<CustomerId> byUserName(UserName userName) {
        throw new UnsupportedOperationException(userName.toString());
    }

    public Optional<UserName> userName(CustomerId customer) {
        throw new UnsupportedOperationException(customer.toString());
    }

    /** The rules held against a new password of this customer, for ticking while typing. */
    public List<RuleCheck> check(CustomerId customer, String newPassword) {
        throw new UnsupportedOperationException(customer.toString() + newPassword.length());
    }

    /**
     * Replaces the password of a signed-in customer. All other devices are forgotten and {@link PasswordChanged} is
     * published.
     *
     * @param device the device that asks; it stays known
     */
    public ChangeOutcome changePassword(
            CustomerId customer, Password old, Password wanted, ClientAddress address, @Nullable DeviceKey device) {
        throw new UnsupportedOperationException(customer.toString() + old + wanted + address + device);
    }
}
