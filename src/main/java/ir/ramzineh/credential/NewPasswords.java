package ir.ramzineh.credential;

import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.CustomerId;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts a new password in place of the old one, with everything that has to happen in the same transaction. */
@Component
class NewPasswords {
    private final CredentialRows rows;
    private final PasswordHashing hashing;
    private final SignInWaits waits;
    private final KnownDevices devices;
    private final ChallengeRows challenges;
    private final RecoveryRows recoveries;
    private final SecurityMessages messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    NewPasswords(
            CredentialRows rows,
            PasswordHashing hashing,
            SignInWaits waits,
            KnownDevices devices,
            ChallengeRows challenges,
            RecoveryRows recoveries,
            SecurityMessages messages,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.hashing = hashing;
        this.waits = waits;
        this.devices = devices;
        this.challenges = challenges;
        this.recoveries = recoveries;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** After the old password was given; {@code false} when it was replaced meanwhile. */
    boolean changed(CredentialRows.Stored stored, Password wanted, ClientAddress address, @Nullable DeviceKey device) {
        String hash = hashing.hash(wanted);
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!rows.replace(stored.customer(), stored.passwordHash(), hash)) {
                return false;
            }
            endWhatIsUnderWay(stored.customer());
            devices.forgetOthers(stored.customer(), device);
            messages.tell(stored.customer(), SecurityMessages.PASSWORD_CHANGED, address);
            events.publishEvent(new PasswordChanged(stored.customer(), PasswordChanged.Cause.CHANGED));
            return true;
        }));
    }

    /**
     * After the phone was proven. The waits that strangers may have caused end, and this browser is known for a moment:
     * that is the way back of somebody whose name is being hammered on (security case 7).
     *
     * @param first takes the step of the recovery; {@code false} when another tab took it or the recovery ended
     */
    Optional<DeviceKey> recovered(CustomerId customer, Password wanted, ClientAddress address, BooleanSupplier first) {
        String hash = hashing.hash(wanted);
        CredentialRows.Stored stored = rows.byCustomer(customer).orElseThrow();
        return Optional.ofNullable(transaction.execute(status -> {
            // The credential first, here as everywhere: two ways to a new password must not wait for each other.
            if (!rows.replace(customer, stored.passwordHash(), hash) || !first.getAsBoolean()) {
                status.setRollbackOnly();
                return null;
            }
            endWhatIsUnderWay(customer);
            waits.clear(SignInWaits.Subject.account(stored.userName()));
            waits.clear(SignInWaits.Subject.change(customer));
            devices.forgetOthers(customer, null);
            messages.tell(customer, SecurityMessages.PASSWORD_RECOVERED, address);
            events.publishEvent(new PasswordChanged(customer, PasswordChanged.Cause.RECOVERED));
            return devices.rememberBriefly(customer);
        }));
    }

    /** Case 11: a code or a recovery that the old password or its loss began must not outlive it. */
    private void endWhatIsUnderWay(CustomerId customer) {
        challenges.endOf(customer, clock.instant());
        recoveries.endOf(customer, clock.instant());
    }
}
