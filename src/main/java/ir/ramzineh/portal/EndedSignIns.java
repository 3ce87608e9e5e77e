package ir.ramzineh.portal;

import ir.ramzineh.credential.Credentials;
import ir.ramzineh.credential.DeviceKey;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.session.SignedInDevice;
import ir.ramzineh.session.SignedInDevices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends sign-ins on the customer's word, and forgets their browsers: who ends a sign-in wants that device to be out. */
@Component
class EndedSignIns {
    private final SignedInDevices devices;
    private final Credentials credentials;

    EndedSignIns(SignedInDevices devices, Credentials credentials) {
        this.devices = devices;
        this.credentials = credentials;
    }

    /** {@code false} when it had ended before. */
    @Transactional
    boolean one(CustomerId customer, SignedInDevice device) {
        Long known = device.knownDevice();
        if (known != null) {
            credentials.forgetDevice(customer, known);
        }
        return devices.end(customer, device.ref());
    }

    /**
     * How many sign-ins it ended.
     *
     * @param here the browser that asks; it stays known if it is
     */
    @Transactional
    int others(CustomerId customer, String currentSessionId, @Nullable DeviceKey here) {
        credentials.forgetOtherDevices(customer, here);
        return devices.endOthers(customer, currentSessionId);
    }
}
