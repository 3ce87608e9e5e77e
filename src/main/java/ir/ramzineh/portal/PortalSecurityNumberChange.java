package ir.ramzineh.portal;

import ir.ramzineh.customer.NumberChanged;
import ir.ramzineh.session.SignedInDevices;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends sign-ins in the transaction in which the registered number changes: who signed in by the old one is out. */
@Component
class PortalSecurityNumberChange {
    private final SignedInDevices devices;

    PortalSecurityNumberChange(SignedInDevices devices) {
        this.devices = devices;
    }

    @EventListener
    void on(NumberChanged event) {
        devices.endAll(event.customer());
    }
}
