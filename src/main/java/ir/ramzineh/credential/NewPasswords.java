package ir.ramzineh.credential;

import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.CustomerId;
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
    private final SecurityMessages messages;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    NewPasswords(
            CredentialRows rows,
            PasswordHashing hashing,
            SignInWaits waits,
            KnownDevices devices,
            SecurityMessages messages,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.hashing = hashing;
        this.waits = waits;
        this.devices = devices;
        this.messages = messages;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** After the old password was given; {@code false} when it was replaced meanwhile. */
    boolean changed(CredentialRows.Stored stored, Password wanted, ClientAddress address, @Nullable DeviceKey device) {
        String hash = hashing.hash(wanted);
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!rows.replace(stored.customer(), stored.passwordHash(), hash)) {
                return false;
            }
            devices.forgetOthers(stored.customer(), device);
            messages.tell(stored.customer(), SecurityMessages.PASSWORD_CHANGED, address);
            events.publishEvent(new PasswordChanged(stored.customer(), PasswordChanged.Cause.CHANGED));
            return true;
        }));
    }

    /**
     * After the phone was proven. The waits that strangers may have caused end, and this browser becomes known: that is
     * the way back of somebody whose name is being hammered on (security case 7).
     *
     * @param first takes the step of the recovery; {@code false} when another tab took it
     */
    Optional<DeviceKey> recovered(CustomerId customer, Password wanted, ClientAddress address, BooleanSupplier first) {
        String hash = hashing.hash(wanted);
        return Optional.ofNullable(transaction.execute(status -> {
            if (!first.getAsBoolean()) {
                return null;
            }
            CredentialRows.Stored stored = rows.byCustomer(customer).orElseThrow();
            if (!rows.replace(customer, stored.passwordHash(), hash)) {
                throw new IllegalStateException("the password changed during its recovery");
            }
            waits.clear(SignInWaits.Subject.account(stored.userName()));
            waits.clear(SignInWaits.Subject.change(customer));
            devices.forgetOthers(customer, null);
            messages.tell(customer, SecurityMessages.PASSWORD_RECOVERED, address);
            events.publishEvent(new PasswordChanged(customer, PasswordChanged.Cause.RECOVERED));
            return devices.remember(customer);
        }));
    }
}
