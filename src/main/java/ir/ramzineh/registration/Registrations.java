package ir.ramzineh.registration;

import ir.ramzineh.credential.Password;
import ir.ramzineh.credential.ResendOutcome;
import ir.ramzineh.credential.RuleCheck;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.JalaliDate;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;

/**
 * Sign-up in four stored steps (S1.1 to S1.10). The steps have one order and each is taken once; the process survives
 * reload, Back, a second tab and a restart, and ends after its life. Until phone and birth date are proven, no answer
 * tells whether the bank knows the national ID, the number or the date.
 */
@Service
public class Registrations {

    Registrations() {}

    /** Step 1 (S1.2, S1.3); answers {@code Begun}, {@code Wait} or {@code BankUnavailable}. */
    public RegistrationOutcome begin(NationalId nationalId, MobileNumber mobile, ClientAddress address, Locale locale) {
        throw new UnsupportedOperationException(nationalId.toString() + mobile + address + locale);
    }

    /** Where it stands: after a reload, in another tab, after a restart. */
    public RegistrationView resume(RegistrationKey key) {
        throw new UnsupportedOperationException(key.toString());
    }

    /** Texts the activation ID again. */
    public ResendOutcome resend(RegistrationKey key, ClientAddress address) {
        throw new UnsupportedOperationException(key.toString() + address);
    }

    /** Step 2 (S1.4). */
    public RegistrationOutcome confirm(RegistrationKey key, String activationId, JalaliDate birthDate) {
        throw new UnsupportedOperationException(key.toString() + activationId.length() + birthDate);
    }

    /** Step 3 (S1.5): a live card of this person, three tries a day. */
    public RegistrationOutcome card(RegistrationKey key, CardNumber card) {
        throw new UnsupportedOperationException(key.toString() + card);
    }

    /**
     * Step 4 (S1.6).
     *
     * @param version the version the page showed
     */
    public RegistrationOutcome acceptTerms(RegistrationKey key, String version, Locale locale) {
        throw new UnsupportedOperationException(key.toString() + version + locale);
    }

    /** The password rules for this person (S1.8 to S1.10), for ticking while typing; empty before the terms. */
    public List<RuleCheck> checkPassword(RegistrationKey key, String password, String userName) {
        throw new UnsupportedOperationException(key.toString() + password.length() + userName);
    }

    /** The last step (S1.7 to S1.10): makes the customer. */
    public RegistrationOutcome complete(RegistrationKey key, String userName, Password password) {
        throw new UnsupportedOperationException(key.toString() + userName + password);
    }
}
