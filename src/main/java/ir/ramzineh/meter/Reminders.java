package ir.ramzineh.meter;

import ir.ramzineh.approval.Afterward;
import ir.ramzineh.approval.Approval;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.approval.Proposal;
import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.Reach;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffMember;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Waves of reminders by text message to the owners of a branch's static cards. One member proposes, a second approves;
 * a wave reminds of each card once, leaves out who opted out, and can be stopped (I4 holds for each message).
 */
@Service
public class Reminders {
    static final String KIND = "reminder-wave";
    static final String RUNNING = "error.meter.running";

    private final Permissions permissions;
    private final Approvals approvals;
    private final StaticCards cards;
    private final WaveTable waves;
    private final AuditTrail audit;
    private final MeterSettings settings;
    private final Clock clock;

    Reminders(
            Permissions permissions,
            Approvals approvals,
            StaticCards cards,
            WaveTable waves,
            AuditTrail audit,
            MeterSettings settings,
            Clock clock) {
        this.permissions = permissions;
        this.approvals = approvals;
        this.cards = cards;
        this.waves = waves;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Puts a wave of the member's own branch before a second person.
     *
     * @throws InvalidValueException {@code error.meter.too-soon}: the branch had one lately; {@code error.meter.running}:
     *     one runs still; {@code error.meter.nobody}: there is no card to remind of; or the same waits already
     */
    public ApprovalId propose(StaffId who) {
        BranchCode branch = branch(permissions.require(who, Permission.REMINDER_SEND));
        if (waves.startedSince(branch, clock.instant().minus(settings.betweenWaves()))) {
            throw new InvalidValueException("error.meter.too-soon");
        }
        if (waves.isRunning(branch)) {
            throw new InvalidValueException(RUNNING);
        }
        long count = cards.toRemindOf(branch);
        if (count == 0) {
            throw new InvalidValueException("error.meter.nobody");
        }
        return approvals.propose(
                who,
                new Proposal(
                        KIND,
                        null,
                        null,
                        Map.of("branch", branch.digits(), "cards", Long.toString(count)),
                        Map.of("branch", branch.digits()),
                        List.of(Afterward.of("approval.after.reminder-wave", Long.toString(count)))));
    }

    /** The newest waves within the member's reach. */
    public List<ReminderWave> newest(StaffId who) {
        StaffMember member = permissions.require(who, Permission.METER_VIEW);
        return waves.newest(
                Permission.METER_VIEW.of(member.role()) == Reach.BANK ? Optional.empty() : Optional.of(branch(member)));
    }

    /**
     * Stops a wave of the own branch: who was reminded stays reminded, nobody else is.
     *
     * @return {@code false} when it was over
     * @throws NotPermittedException not a wave of this member's branch
     */
    @Transactional
    public boolean stop(StaffId who, long wave) {
        permissions.require(who, Permission.REMINDER_SEND);
        Optional<ReminderWave> known = waves.one(wave);
        if (known.isEmpty()) {
            return false;
        }
        ReminderWave found = known.get();
        StaffMember member = permissions.require(who, Permission.REMINDER_SEND, found.branch());
        boolean stopped = waves.stop(wave, clock.instant());
        if (stopped) {
            audit.record(new AuditEvent(
                    new Actor.Staff(member.userName()),
                    "reminder.stopped",
                    null,
                    null,
                    Map.of("wave", Long.toString(wave), "sent", Integer.toString(found.sent()))));
        }
        return stopped;
    }

    private static BranchCode branch(StaffMember member) {
        BranchCode branch = member.branch();
        if (branch == null) {
            throw new NotPermittedException("error.staff.not-permitted");
        }
        return branch;
    }

    static String userName(Approval approval) {
        StaffMember checker = approval.checker();
        return checker == null ? "" : checker.userName();
    }
}
