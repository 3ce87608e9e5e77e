package ir.ramzineh.administration;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.StartupProblem;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffMember;
import ir.ramzineh.vault.VaultRotation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rotation of the keys in three steps, for whoever holds {@link Permission#KEYS_ROTATE}: add, seal anew as a
 * background job, retire. See docs/operations/key-rotation.md.
 */
@Service
public class KeyDesk {
    private final Permissions permissions;
    private final VaultRotation rotation;
    private final ResealRuns runs;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;
    private final IdSource ids;
    private final Clock clock;

    KeyDesk(
            Permissions permissions,
            VaultRotation rotation,
            ResealRuns runs,
            TransactionTemplate transaction,
            AuditTrail audit,
            IdSource ids,
            Clock clock) {
        this.permissions = permissions;
        this.rotation = rotation;
        this.runs = runs;
        this.transaction = transaction;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** The keys there are, without themselves. */
    public List<VaultRotation.Standing> keys(StaffId who) {
        permissions.require(who, Permission.KEYS_ROTATE);
        return rotation.standing();
    }

    /** How many values stand under an old key now. */
    public long underOldKeys(StaffId who) {
        permissions.require(who, Permission.KEYS_ROTATE);
        return rotation.remaining();
    }

    /** The latest run, going on or ended. */
    public Optional<ResealRun> latest(StaffId who) {
        permissions.require(who, Permission.KEYS_ROTATE);
        return runs.latest();
    }

    /**
     * Adds new sealing and look-up keys.
     *
     * @return from when on values are written with them
     * @throws InvalidValueException {@code error.keys.file}: the keys do not come from a file the portal may write
     */
    public Instant add(StaffId who) {
        StaffMember member = permissions.require(who, Permission.KEYS_ROTATE);
        try {
            Instant from = rotation.addKeys();
            record(member, "vault.keys-added");
            return from;
        } catch (StartupProblem notOurs) {
            throw new InvalidValueException("error.keys.file");
        }
    }

    /**
     * Begins to seal everything anew in the background.
     *
     * @throws InvalidValueException {@code error.keys.running}
     */
    public void reseal(StaffId who) {
        StaffMember member = permissions.require(who, Permission.KEYS_ROTATE);
        try {
            transaction.executeWithoutResult(status -> {
                runs.start(ids.next(), member.userName(), clock.instant());
                audit.record(event(member, "vault.reseal-started"));
            });
        } catch (DuplicateKeyException running) {
            throw new InvalidValueException("error.keys.running");
        }
    }

    /** Stops after the batch at work; what is sealed anew stays so, and a later run goes on. */
    public void cancel(StaffId who) {
        StaffMember member = permissions.require(who, Permission.KEYS_ROTATE);
        transaction.executeWithoutResult(status -> {
            if (runs.askToStop()) {
                audit.record(event(member, "vault.reseal-cancelled"));
            }
        });
    }

    /**
     * Removes the old keys.
     *
     * @throws InvalidValueException {@code error.keys.needed}: a value still needs them; {@code error.keys.running}: the
     *     job still works; {@code error.keys.file}
     */
    public void retire(StaffId who) {
        StaffMember member = permissions.require(who, Permission.KEYS_ROTATE);
        if (runs.latest().filter(ResealRun::isAtWork).isPresent()) {
            throw new InvalidValueException("error.keys.running");
        }
        try {
            if (!rotation.retireOldKeys()) {
                throw new InvalidValueException("error.keys.needed");
            }
            record(member, "vault.keys-retired");
        } catch (StartupProblem notOurs) {
            throw new InvalidValueException("error.keys.file");
        }
    }

    private void record(StaffMember member, String kind) {
        transaction.executeWithoutResult(status -> audit.record(event(member, kind)));
    }

    private static AuditEvent event(StaffMember member, String kind) {
        return new AuditEvent(new Actor.Staff(member.userName()), kind, null, null, Map.of());
    }
}
