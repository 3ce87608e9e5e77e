package ir.ramzineh.meter;

import ir.ramzineh.approval.Approval;
import ir.ramzineh.approval.ApprovedDeed;
import ir.ramzineh.approval.DeedNoLongerPossibleException;
import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.staff.Permission;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Begins an approved wave: its cards are put down in the transaction of the approval; the messages follow. */
@Component
class ReminderDeed implements ApprovedDeed {
    private static final String TOO_SOON = "error.meter.too-soon";

    private final StaticCards cards;
    private final WaveTable waves;
    private final AuditTrail audit;
    private final MeterSettings settings;
    private final Clock clock;

    ReminderDeed(StaticCards cards, WaveTable waves, AuditTrail audit, MeterSettings settings, Clock clock) {
        this.cards = cards;
        this.waves = waves;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Reminders.KIND;
    }

    @Override
    public Permission permission() {
        return Permission.REMINDER_SEND;
    }

    @Override
    public void perform(Approval approval, Map<String, String> payload) {
        BranchCode branch =
                new BranchCode(Optional.ofNullable(payload.get("branch")).orElseThrow());
        if (waves.startedSince(branch, clock.instant().minus(settings.betweenWaves()))) {
            throw new DeedNoLongerPossibleException(TOO_SOON);
        }
        String maker = approval.maker().userName();
        String checker = Reminders.userName(approval);
        long wave = begin(branch, maker, checker);
        int total = cards.putDown(wave, branch);
        audit.record(new AuditEvent(
                new Actor.Staff(checker),
                "reminder.started",
                null,
                null,
                Map.of(
                        "wave",
                        Long.toString(wave),
                        "branch",
                        branch.digits(),
                        "maker",
                        maker,
                        "cards",
                        Integer.toString(total))));
    }

    /** Of two that begin at once, or while one still runs, the table lets one through. */
    private long begin(BranchCode branch, String maker, String checker) {
        try {
            return waves.insert(branch, maker, checker, clock.instant());
        } catch (DuplicateKeyException oneRuns) {
            throw new DeedNoLongerPossibleException(Reminders.RUNNING);
        }
    }
}
