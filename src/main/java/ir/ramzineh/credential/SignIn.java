package ir.ramzineh.credential;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.CustomerId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signing in: a password, then an SMS code on a new device or always. The door answers alike, in shape and in time, for
 * names that exist and names that do not.
 */
@Service
public class SignIn {
    private final CredentialRows rows;
    private final PasswordHashing hashing;
    private final SignInWaits waits;
    private final KnownDevices devices;
    private final SecondFactor secondFactor;
    private final Customers customers;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    SignIn(
            CredentialRows rows,
            PasswordHashing hashing,
            SignInWaits waits,
            KnownDevices devices,
            SecondFactor secondFactor,
            Customers customers,
            AuditTrail audit,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.hashing = hashing;
        this.waits = waits;
        this.devices = devices;
        this.secondFactor = secondFactor;
        this.customers = customers;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Holds a user name and a password against what is stored.
     *
     * @param userName as typed, of any length
     * @param password as typed, of any length
     * @param device the key the browser presented, if any
     * @throws PasswordsBusyException it was not looked at; many are at the door
     */
    @Transactional(propagation = Propagation.NEVER)
    public SignInOutcome password(String userName, String password, ClientAddress address, @Nullable DeviceKey device) {
        Optional<CredentialRows.Stored> found = rows.byUserName(userName);
        Optional<KnownDevices.Known> known = devices.of(device)
                .filter(browser -> found.filter(stored -> stored.customer().equals(browser.customer()))
                        .isPresent());
        SignInWaits.Subject account = known.map(browser -> SignInWaits.Subject.device(browser.id()))
                .orElseGet(() -> SignInWaits.Subject.account(userName));
        SignInWaits.Subject origin = SignInWaits.Subject.address(address);
        // The address first: one that has to wait raises nobody's wait and leaves no row for an invented name.
        Optional<Duration> crowded = known.isPresent() ? Optional.empty() : waits.reserve(origin);
        if (crowded.isPresent()) {
            return new SignInOutcome.Wait(crowded.get());
        }
        Optional<Duration> hammered = waits.reserve(account);
        if (hammered.isPresent()) {
            restore(origin, known);
            return new SignInOutcome.Wait(hammered.get());
        }
        Password typed = new Password(bounded(password));
        boolean right;
        try {
            right = found.map(stored -> hashing.matches(typed, stored.passwordHash()))
                    .orElseGet(() -> hashing.matchesNobody(typed));
        } catch (PasswordsBusyException e) {
            restore(origin, known);
            throw e;
        }
        if (!right || found.isEmpty()) {
            refused(found.map(CredentialRows.Stored::customer).orElse(null), address);
            return new SignInOutcome.Refused();
        }
        waits.forgive(account);
        restore(origin, known);
        renewHash(found.get(), typed);
        // Before anything goes to a number, or by a sign-in of somebody who has it no more (security case 11).
        customers.askForNumber(found.get().customer());
        return proven(found.get(), address, known);
    }

    /**
     * Whether what a sign-in rests on still holds. To be asked once its session is stored: a change of the password
     * either sees that session and ends it, or is seen here.
     */
    @Transactional
    public boolean stillHolds(CustomerId customer, SignInMark mark) {
        return rows.heldVersion(customer) == mark.passwordVersion();
    }

    /**
     * Completes a sign-in with the texted code, or with one of the linked token, once.
     *
     * @param code as typed, in any digit script
     * @param rememberDevice whether this browser is the customer's own and shall be known from now on
     */
    @Transactional(propagation = Propagation.NEVER)
    public CodeOutcome code(ChallengeId challenge, String code, ClientAddress address, boolean rememberDevice) {
        return secondFactor.complete(challenge, code, address, rememberDevice);
    }

    /** Texts the code again. */
    @Transactional
    public ResendOutcome resend(ChallengeId challenge, ClientAddress address) {
        return secondFactor.resend(challenge, address);
    }

    private SignInOutcome proven(
            CredentialRows.Stored stored, ClientAddress address, Optional<KnownDevices.Known> known) {
        Customer customer = customers.byId(stored.customer()).orElseThrow();
        return transaction.execute(status -> {
            if (rows.heldVersion(customer.id()) != stored.passwordVersion()) {
                refused(customer.id(), address);
                return new SignInOutcome.Refused();
            }
            if (customer.secondFactorAlways() || known.isEmpty()) {
                return secondFactor.ask(
                        customer, address, known.map(KnownDevices.Known::id).orElse(null));
            }
            devices.used(known.get().id());
            audit.record(AuditEvent.by(customer.id(), "sign-in.known-device", Map.of("address", address.text())));
            return new SignInOutcome.SignedIn(
                    customer.id(),
                    new SignInMark(stored.passwordVersion(), known.get().id()));
        });
    }

    private void refused(@Nullable CustomerId customer, ClientAddress address) {
        transaction.executeWithoutResult(status -> audit.record(new AuditEvent(
                new Actor.Anonymous(), "sign-in.refused", customer, null, Map.of("address", address.text()))));
    }

    /** After the operator changed the cost of a hash; a race with a password change is lost on purpose. */
    private void renewHash(CredentialRows.Stored stored, Password password) {
        if (hashing.isOutdated(stored.passwordHash())) {
            rows.rehash(stored.customer(), stored.passwordHash(), hashing.hash(password));
        }
    }

    /** Only a wrong password stays counted against its address. */
    private void restore(SignInWaits.Subject origin, Optional<KnownDevices.Known> known) {
        if (known.isEmpty()) {
            waits.forgive(origin);
        }
    }

    private static String bounded(String password) {
        int max = PasswordRules.LENGTH_MAX * 2;
        return password.length() > max ? "" : password;
    }
}
