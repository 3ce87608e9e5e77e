package ir.ramzineh.credential;

import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.NationalId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** User names and passwords of customers. */
@Service
public class Credentials {
    private final CredentialRows rows;
    private final PasswordRules rules;
    private final PasswordHashing hashing;
    private final SignInWaits waits;
    private final KnownDevices devices;
    private final NewPasswords newPasswords;
    private final Customers customers;

    Credentials(
            CredentialRows rows,
            PasswordRules rules,
            PasswordHashing hashing,
            SignInWaits waits,
            KnownDevices devices,
            NewPasswords newPasswords,
            Customers customers) {
        this.rows = rows;
        this.rules = rules;
        this.hashing = hashing;
        this.waits = waits;
        this.devices = devices;
        this.newPasswords = newPasswords;
        this.customers = customers;
    }

    /**
     * Gives a new customer a user name and a password, in the caller's transaction.
     *
     * @throws UserNameTakenException the name belongs to somebody
     * @throws WeakPasswordException the password breaks a rule
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void set(CustomerId customer, UserName userName, Password password) {
        set(
                customer,
                userName,
                prepare(
                        password,
                        userName,
                        customers.byId(customer).orElseThrow().nationalId()));
    }

    /**
     * Does the slow part of {@link #set(CustomerId, UserName, Password)} ahead, so that no transaction has to wait for a
     * hash.
     *
     * @throws WeakPasswordException the password breaks a rule
     */
    public PreparedPassword prepare(Password password, UserName userName, NationalId nationalId) {
        List<RuleCheck> broken = rules.broken(password, userName.text(), nationalId);
        if (!broken.isEmpty()) {
            throw new WeakPasswordException(broken);
        }
        return new PreparedPassword(hashing.hash(password));
    }

    /** As {@link #set(CustomerId, UserName, Password)} with a prepared password. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void set(CustomerId customer, UserName userName, PreparedPassword password) {
        rows.insert(customer, userName, password.hash());
    }

    /** Makes the browser whose user was just proven known for a first sign-in, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public DeviceKey rememberBriefly(CustomerId customer) {
        return devices.rememberBriefly(customer);
    }

    /** A known browser of this customer becomes as strange as any other; it needs a texted code again. */
    public void forgetDevice(CustomerId customer, long knownDevice) {
        devices.forget(customer, knownDevice);
    }

    /**
     * Forgets every known browser of this customer but one.
     *
     * @param kept the browser that asks, if it is known
     */
    public void forgetOtherDevices(CustomerId customer, @Nullable DeviceKey kept) {
        devices.forgetOthers(customer, kept);
    }

    public Optional<CustomerId> byUserName(UserName userName) {
        return rows.byUserName(userName.text()).map(CredentialRows.Stored::customer);
    }

    public Optional<UserName> userName(CustomerId customer) {
        return rows.byCustomer(customer).map(stored -> new UserName(stored.userName()));
    }

    /** The rules held against a new password of this customer, for ticking while typing. */
    public List<RuleCheck> check(CustomerId customer, String newPassword) {
        Customer person = customers.byId(customer).orElseThrow();
        String userName = userName(customer).map(UserName::text).orElse("");
        return rules.check(newPassword, userName, person.nationalId());
    }

    /**
     * Replaces the password of a signed-in customer. All other devices are forgotten and {@link PasswordChanged} is
     * published.
     *
     * @param device the device that asks; it stays known
     */
    @Transactional(propagation = Propagation.NEVER)
    public ChangeOutcome changePassword(
            CustomerId customer, Password old, Password wanted, ClientAddress address, @Nullable DeviceKey device) {
        CredentialRows.Stored stored = rows.byCustomer(customer).orElseThrow();
        SignInWaits.Subject change = SignInWaits.Subject.change(customer);
        Optional<Duration> wait = waits.reserve(change);
        if (wait.isPresent()) {
            return new ChangeOutcome.Wait(wait.get());
        }
        if (!hashing.matches(old, stored.passwordHash())) {
            return new ChangeOutcome.OldPasswordWrong();
        }
        waits.forgive(change);
        List<RuleCheck> broken = check(customer, wanted.reveal()).stream()
                .filter(rule -> !rule.met())
                .toList();
        if (!broken.isEmpty()) {
            return new ChangeOutcome.Weak(broken);
        }
        boolean first = newPasswords.changed(stored, wanted, address, device);
        return first ? new ChangeOutcome.Changed() : new ChangeOutcome.OldPasswordWrong();
    }
}
