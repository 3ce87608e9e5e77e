package ir.ramzineh.portal;

import ir.ramzineh.credential.PasswordChanged;
import ir.ramzineh.session.SignedInDevices;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends sign-ins in the transaction in which the password changes: the old password leaves no open door behind. */
@Component
class PortalSecurityPasswordChange {
    private final SignedInDevices devices;

    PortalSecurityPasswordChange(SignedInDevices devices) {
        this.devices = devices;
    }

    @EventListener
    void on(PasswordChanged event) {
        Optional<String> current = CurrentSession.id();
        if (event.cause() == PasswordChanged.Cause.CHANGED && current.isPresent()) {
            devices.endOthers(event.customer(), current.get());
        } else {
            devices.endAll(event.customer());
        }
    }
}
