package ir.ramzineh.staff;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.credential.Password;
import ir.ramzineh.credential.PasswordHashing;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.otp.OtpKey;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where members come from while nobody is there who could add them: the operator's command and the trial. No page leads
 * here.
 */
@Service
public class StaffSetup {
    static final int ADMINISTRATORS_MIN = 2;

    private final StaffRows rows;
    private final StaffCredentialRows credentials;
    private final StaffAdministration administration;
    private final Branches branches;
    private final PasswordHashing hashing;
    private final AuditTrail audit;
    private final Clock clock;

    StaffSetup(
            StaffRows rows,
            StaffCredentialRows credentials,
            StaffAdministration administration,
            Branches branches,
            PasswordHashing hashing,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.credentials = credentials;
        this.administration = administration;
        this.branches = branches;
        this.hashing = hashing;
        this.audit = audit;
        this.clock = clock;
    }

    /** Puts a ready member down, once; for the trial, whose members and keys are no secret. */
    @Transactional
    public void demonstrate(NewStaffMember wanted, Password password, OtpKey key) {
        if (rows.byUserName(wanted.userName()).isPresent()) {
            return;
        }
        StaffMember member = administration.insert(wanted);
        credentials.set(member.id(), hashing.hash(password), key, clock.instant());
    }

    /** Gives a branch its name; for the trial. */
    @Transactional
    public void demonstrate(Branch branch) {
        branches.put(branch);
    }

    /**
     * Makes an administrator while there are fewer than two, for two it takes to make anybody else.
     *
     * @param recover also when there are two already, of whom not enough can sign in any more; an administrator who is in
     *     the list gets a new way in
     * @return the invitation, or nothing if two active administrators exist
     * @throws InvalidValueException the user name or the person is there already
     */
    @Transactional
    Optional<StaffAdministration.Invited> firstAdministrator(NewStaffMember wanted, boolean recover) {
        if (!recover && rows.activeOf(Role.ADMINISTRATOR) >= ADMINISTRATORS_MIN) {
            return Optional.empty();
        }
        StaffMember member =
                recover ? known(wanted).orElseGet(() -> administration.insert(wanted)) : administration.insert(wanted);
        InvitationCode code = administration.invitation(member.id());
        audit.record(new AuditEvent(
                new Actor.Portal(),
                "staff.first-administrator",
                null,
                null,
                Map.of("member", member.userName(), "recover", Boolean.toString(recover))));
        return Optional.of(new StaffAdministration.Invited(member, code));
    }

    /** This very administrator, if it is in the list: active again, and with every sign-in ended. */
    private Optional<StaffMember> known(NewStaffMember wanted) {
        Optional<StaffMember> known = rows.byUserName(wanted.userName())
                .filter(member -> member.role() == Role.ADMINISTRATOR)
                .filter(member -> rows.nationalId(member.id()).equals(wanted.nationalId()));
        known.ifPresent(member -> {
            rows.setActive(member.id(), true);
            rows.raiseVersion(member.id());
            administration.ended(member.id());
        });
        return known;
    }
}
