package ir.ramzineh.staff;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.credential.Password;
import ir.ramzineh.credential.PasswordHashing;
import ir.ramzineh.credential.PasswordsBusyException;
import ir.ramzineh.credential.SignInWaits;
import ir.ramzineh.credential.SignInWaits.Subject;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.EvenTime;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signing in as a member of staff: user name, password and the code of the member's authenticator, asked for together and
 * answered together. The door answers alike, in shape and in time, for names that exist and names that do not, for a
 * wrong password and a wrong code.
 */
@Service
public class StaffSignIn {
    private final StaffRows members;
    private final StaffCredentialRows rows;
    private final StaffProof proof;
    private final PasswordHashing hashing;
    private final StaffSettings settings;
    private final SignInWaits waits;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    StaffSignIn(
            StaffRows members,
            StaffCredentialRows rows,
            StaffProof proof,
            PasswordHashing hashing,
            StaffSettings settings,
            SignInWaits waits,
            AuditTrail audit,
            PlatformTransactionManager transactions) {
        this.members = members;
        this.rows = rows;
        this.proof = proof;
        this.hashing = hashing;
        this.settings = settings;
        this.waits = waits;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Holds what was typed against what is stored; a code opens once.
     *
     * @param userName as typed, of any length
     * @param password as typed, of any length
     * @param code as typed, in any digit script
     * @throws PasswordsBusyException it was not looked at; many are at the door
     */
    @Transactional(propagation = Propagation.NEVER)
    public StaffSignInOutcome signIn(String userName, String password, String code, ClientAddress address) {
        return EvenTime.of(settings.answerStep(), () -> held(userName, password, code, address));
    }

    private StaffSignInOutcome held(String userName, String password, String code, ClientAddress address) {
        Subject origin = Subject.staffAddress(address);
        Subject account = Subject.staff(userName, address);
        Optional<Duration> wait = waits.reserve(origin);
        if (wait.isPresent()) {
            return new StaffSignInOutcome.Wait(wait.get());
        }
        wait = waits.reserve(account);
        if (wait.isPresent()) {
            return new StaffSignInOutcome.Wait(wait.get());
        }
        Optional<StaffCredentialRows.Stored> found = rows.byUserName(canonical(userName));
        boolean right;
        try {
            right = proof.holds(found, password, code, step -> claimed(found.orElseThrow(), step, address));
        } catch (PasswordsBusyException e) {
            waits.giveBack(account);
            waits.giveBack(origin);
            throw e;
        }
        if (!right) {
            refused(found, address);
            return new StaffSignInOutcome.Refused();
        }
        waits.forgive(account);
        waits.forgive(origin);
        StaffCredentialRows.Stored stored = found.orElseThrow();
        renewHash(stored, new Password(password));
        return new StaffSignInOutcome.SignedIn(stored.id(), new StaffMark(stored.version()));
    }

    /**
     * Somebody whom the bank's own directory has let in.
     *
     * @param directoryName what the directory calls this person, as stored with the member
     * @return nothing unless it is an active member
     */
    @Transactional
    public Optional<StaffSignInOutcome.SignedIn> fromDirectory(String directoryName, ClientAddress address) {
        return members.byDirectoryName(canonical(directoryName))
                .flatMap(member -> members.heldVersion(member.id()).map(version -> {
                    audit.record(new AuditEvent(
                            new Actor.Staff(member.userName()),
                            "staff.signed-in",
                            null,
                            null,
                            Map.of("address", address.text(), "way", "directory")));
                    return new StaffSignInOutcome.SignedIn(member.id(), new StaffMark(version));
                }));
    }

    /**
     * Whether what a sign-in rests on still holds. To be asked once its session is stored: a change either sees that
     * session and ends it, or is seen here.
     */
    @Transactional
    public boolean stillHolds(StaffId id, StaffMark mark) {
        return members.heldVersion(id)
                .filter(version -> version == mark.version())
                .isPresent();
    }

    static String canonical(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    private boolean claimed(StaffCredentialRows.Stored stored, long step, ClientAddress address) {
        return Objects.requireNonNull(transaction.execute(status -> {
            boolean first = rows.claim(stored.id(), step, stored.version());
            if (first) {
                audit.record(new AuditEvent(
                        new Actor.Staff(members.userName(stored.id()).orElseThrow()),
                        "staff.signed-in",
                        null,
                        null,
                        Map.of("address", address.text(), "way", "code")));
            }
            return first;
        }));
    }

    private void refused(Optional<StaffCredentialRows.Stored> found, ClientAddress address) {
        String member = found.flatMap(stored -> members.userName(stored.id())).orElse("");
        transaction.executeWithoutResult(status -> audit.record(new AuditEvent(
                new Actor.Anonymous(),
                "staff.sign-in-refused",
                null,
                null,
                Map.of("address", address.text(), "member", member))));
    }

    /** After the operator changed the cost of a hash; a race with a new password is lost on purpose. */
    private void renewHash(StaffCredentialRows.Stored stored, Password password) {
        if (hashing.isOutdated(stored.passwordHash())) {
            rows.rehash(stored.id(), stored.passwordHash(), hashing.hash(password));
        }
    }
}
