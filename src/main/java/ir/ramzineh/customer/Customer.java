package ir.ramzineh.customer;

import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a row of their own: signed up for the portal, or known through the bank alone.
 *
 * @param mobile the number registered at the bank as last heard from it; codes go only here (D3)
 * @param locale the language of pages and text messages
 * @param secondFactorAlways {@code true}: every sign-in asks for an SMS code; {@code false}: only one on a new device
 * @param registeredAt when the person signed up; {@code null}: never did
 * @param branch the home branch, if the bank has named one
 * @param codesFrom no code goes to the number before this moment, since it is new; {@code null}: at any time
 */
public record Customer(
        CustomerId id,
        NationalId nationalId,
        MobileNumber mobile,
        LocalizedName name,
        Locale locale,
        boolean secondFactorAlways,
        @Nullable Instant registeredAt,
        @Nullable BranchCode branch,
        @Nullable Instant codesFrom) {

    /** Whether this person has the portal: a user name, a password, an inbox. */
    public boolean signedUp() {
        return registeredAt != null;
    }

    /** How long codes do not go to the number yet; empty where they do. News does. */
    public Optional<Duration> codesWait(Instant now) {
        return Optional.ofNullable(codesFrom).filter(now::isBefore).map(from -> Duration.between(now, from));
    }
}
