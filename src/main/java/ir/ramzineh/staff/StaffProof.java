package ir.ramzineh.staff;

import ir.ramzineh.credential.Password;
import ir.ramzineh.credential.PasswordHashing;
import ir.ramzineh.credential.PasswordRules;
import ir.ramzineh.credential.PasswordsBusyException;
import ir.ramzineh.otp.OtpKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.springframework.stereotype.Component;

/** Holds password and code together against what is stored. An unknown name costs what a known one costs. */
@Component
class StaffProof {
    private final PasswordHashing hashing;
    private final StaffCodeFailures failures;
    private final Clock clock;
    /** Of an authenticator nobody has; codes of unknown names are held against it. */
    private final OtpKey nobody;

    StaffProof(PasswordHashing hashing, StaffCodeFailures failures, Clock clock, SecureRandom random) {
        this.hashing = hashing;
        this.failures = failures;
        this.clock = clock;
        this.nobody = OtpKey.random(random, StaffCodes.keyBytes());
    }

    /**
     * Whether both are right.
     *
     * @param claim takes the time step of a right code; {@code false} when it was taken before
     * @throws PasswordsBusyException it was not looked at; many are at the door
     */
    boolean holds(Optional<StaffCredentialRows.Stored> found, String password, String code, LongPredicate claim) {
        Password typed = new Password(bounded(password));
        if (found.isEmpty()) {
            StaffCodes.step(nobody, code, clock.instant());
            return hashing.matchesNobody(typed);
        }
        StaffCredentialRows.Stored stored = found.get();
        if (!hashing.matches(typed, stored.passwordHash()) || !failures.reserve(stored.id())) {
            return false;
        }
        boolean right =
                StaffCodes.step(stored.key(), code, clock.instant()).stream().anyMatch(claim);
        if (!right) {
            failures.failed(stored.id());
        }
        return right;
    }

    private static String bounded(String password) {
        return password.length() > PasswordRules.LENGTH_MAX * 2 ? "" : password;
    }
}
