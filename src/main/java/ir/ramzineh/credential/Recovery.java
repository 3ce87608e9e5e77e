package ir.ramzineh.credential;

import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;

/**
 * The way back after a lost user name or password: mobile number, national ID and one card, then an SMS code. Nothing in
 * the answers, their waits or their time tells whether the data belong to a customer.
 */
@Service
public class Recovery {

    Recovery() {}

    /** Begins; answers {@link RecoveryOutcome.Begun} or {@link RecoveryOutcome.Wait}. */
    public RecoveryOutcome begin(
            RecoveryKind kind,
            MobileNumber mobile,
            NationalId nationalId,
            CardNumber card,
            ClientAddress address,
            Locale locale) {
        throw new UnsupportedOperationException(kind + mobile.toString() + nationalId + card + address + locale);
    }

    /** Where it stands: after a reload, in another tab, after a restart. */
    public RecoveryView resume(RecoveryKey key) {
        throw new UnsupportedOperationException(key.toString());
    }

    /** Proves the phone, once. */
    public RecoveryOutcome code(RecoveryKey key, String code) {
        throw new UnsupportedOperationException(key.toString() + code.length());
    }

    /** Texts the code again. */
    public ResendOutcome resend(RecoveryKey key, ClientAddress address) {
        throw new UnsupportedOperationException(key.toString() + address);
    }

    /** The rules held against the new password, for ticking while typing; empty unless the phone is proven. */
    public List<RuleCheck> check(RecoveryKey key, String password) {
        throw new UnsupportedOperationException(key.toString() + password.length());
    }

    /** Sets the new password, once; ends every sign-in, forgets every device, lifts the waits. */
    public RecoveryOutcome newPassword(RecoveryKey key, Password password) {
        throw new UnsupportedOperationException(key.toString() + password);
    }
}
