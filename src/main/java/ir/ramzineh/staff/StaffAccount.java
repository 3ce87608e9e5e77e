package ir.ramzineh.staff;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.credential.Password;
import ir.ramzineh.credential.PasswordHashing;
import ir.ramzineh.credential.PasswordRules;
import ir.ramzineh.credential.PasswordsBusyException;
import ir.ramzineh.credential.RuleCheck;
import ir.ramzineh.credential.SignInWaits;
import ir.ramzineh.credential.SignInWaits.Subject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What a member does with the own sign-in; nobody else's. */
@Service
public class StaffAccount {
    private final StaffRows members;
    private final StaffCredentialRows rows;
    private final StaffProof proof;
    private final StaffCodeFailures failures;
    private final PasswordHashing hashing;
    private final PasswordRules rules;
    private final SignInWaits waits;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    StaffAccount(
            StaffRows members,
            StaffCredentialRows rows,
            StaffProof proof,
            StaffCodeFailures failures,
            PasswordHashing hashing,
            PasswordRules rules,
            SignInWaits waits,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.members = members;
        this.rows = rows;
        this.proof = proof;
        this.failures = failures;
        this.hashing = hashing;
        this.rules = rules;
        this.waits = waits;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What came of changing the password. */
    public sealed interface PasswordChange {
        /** It is changed; the other sign-ins have ended. */
        record Done() implements PasswordChange {}

        /** The present password or the code is wrong, or the code was used; which of them is never said. */
        record Refused() implements PasswordChange {}

        /** The new password breaks a rule. */
        record Weak() implements PasswordChange {}

        /** The new password is the present one. */
        record Same() implements PasswordChange {}

        /** Nothing was looked at: too many tries went before. */
        record Wait(Duration left) implements PasswordChange {}
    }

    /** Whether this member signs in by password and code; else there is nothing to change here. */
    @Transactional(readOnly = true)
    public boolean hasPassword(StaffId who) {
        return rows.isSetUp(who);
    }

    /** Every rule of passwords with its answer for what was typed so far. */
    public List<RuleCheck> check(StaffId who, String wanted) {
        return rules.check(wanted, members.userName(who).orElseThrow(), members.nationalId(who));
    }

    /**
     * Another password, for who knows the present one and holds the authenticator. The code opens once.
     *
     * @param present as typed, of any length
     * @param code as typed, in any digit script
     * @throws PasswordsBusyException it was not looked at; many are at the door
     */
    @Transactional(propagation = Propagation.NEVER)
    public PasswordChange changePassword(StaffId who, String present, String code, String wanted) {
        if (!check(who, wanted).stream().allMatch(RuleCheck::met)) {
            return new PasswordChange.Weak();
        }
        if (wanted.equals(present)) {
            return new PasswordChange.Same();
        }
        Subject subject = Subject.staffChange(who.value());
        Optional<Duration> wait = waits.reserve(subject);
        if (wait.isPresent()) {
            return new PasswordChange.Wait(wait.get());
        }
        Optional<StaffCredentialRows.Stored> found = rows.byId(who);
        boolean changed;
        try {
            String hash = hashing.hash(new Password(wanted));
            changed = proof.holds(found, present, code, step -> changed(found.orElseThrow(), step, hash));
        } catch (PasswordsBusyException e) {
            waits.giveBack(subject);
            throw e;
        }
        if (!changed) {
            return new PasswordChange.Refused();
        }
        waits.forgive(subject);
        return new PasswordChange.Done();
    }

    /** Wrong codes after the right password that this member has not read about yet. */
    @Transactional(readOnly = true)
    public Optional<StaffWarning> warning(StaffId who) {
        return failures.unread(who);
    }

    /** The member has read it. */
    @Transactional
    public void readWarning(StaffId who) {
        failures.read(who);
    }

    private boolean changed(StaffCredentialRows.Stored stored, long step, String hash) {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!rows.claim(stored.id(), step, stored.version())
                    || !rows.replace(stored.id(), stored.passwordHash(), hash, clock.instant())) {
                status.setRollbackOnly();
                return false;
            }
            members.raiseVersion(stored.id());
            events.publishEvent(new StaffPasswordChanged(stored.id()));
            audit.record(new AuditEvent(
                    new Actor.Staff(members.userName(stored.id()).orElseThrow()),
                    "staff.password-changed",
                    null,
                    null,
                    Map.of()));
            return true;
        }));
    }
}
