package ir.ramzineh.customer;

import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a row of their own: signed up for the portal, or known through the bank alone.
 *
 * @param mobile the number registered at the bank as last heard from it; codes go only here (D3)
 * @param locale the language of pages and text messages
 * @param secondFactorAlways {@code true}: every sign-in asks for an SMS code; {@code false}: only one on a new device
 * @param registeredAt when the person signed up; {@code null}: never did
 */
public record Customer(
        CustomerId id,
        NationalId nationalId,
        MobileNumber mobile,
        LocalizedName name,
        Locale locale,
        boolean secondFactorAlways,
        @Nullable Instant registeredAt) {

    /** Whether this person has the portal: a user name, a password, an inbox. */
    public boolean signedUp() {
        return registeredAt != null;
    }
}
