package ir.ramzineh.approval;

import ir.ramzineh.approval.ApprovalOutcome.Why;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.Staff;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Decides, each in the one transaction of its caller: rights are read and held, the row is taken, the deed is done. */
@Component
class ApprovalDecisions {
    private static final Logger log = LoggerFactory.getLogger(ApprovalDecisions.class);

    private static final String ALTERED = "error.approval.altered";
    private static final String UNPROVEN = "error.approval.unproven";
    private static final String MAKER_LOST_RIGHT = "error.approval.maker-lost-right";

    private final ApprovalTable table;
    private final ApprovalTrail trail;
    private final ApprovalDeeds deeds;
    private final Permissions permissions;
    private final Staff staff;
    private final Clock clock;

    ApprovalDecisions(
            ApprovalTable table,
            ApprovalTrail trail,
            ApprovalDeeds deeds,
            Permissions permissions,
            Staff staff,
            Clock clock) {
        this.table = table;
        this.trail = trail;
        this.deeds = deeds;
        this.permissions = permissions;
        this.staff = staff;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public ApprovalOutcome approve(StaffId checker, ApprovalId id, String note) {
        Optional<ApprovalTable.Row> found = table.one(id);
        StaffMember member = decider(checker, found);
        if (found.isEmpty()) {
            return new ApprovalOutcome.NotFound();
        }
        ApprovalTable.Row row = found.get();
        Optional<Map<String, String>> payload = table.payload(id);
        Optional<Why> denied = denied(member, row, payload);
        if (denied.isPresent()) {
            return new ApprovalOutcome.NotYours(denied.get());
        }
        ApprovedDeed deed = deeds.of(row.proposal().kind());
        if (payload.isEmpty()) {
            return over(id);
        }
        Optional<String> altered = altered(row, payload.get());
        if (altered.isPresent()) {
            return new ApprovalOutcome.NotPossible(altered.get());
        }
        if (!mayStill(row.maker(), deed.permission(), row.proposal().customer())) {
            return new ApprovalOutcome.NotPossible(MAKER_LOST_RIGHT);
        }
        if (!table.decide(id, ApprovalState.APPROVED, checker, note, clock.instant())) {
            return over(id);
        }
        Approval approved = read(table.one(id).orElseThrow());
        trail.approved(approved.maker(), member, id, row.proposal());
        deed.perform(approved, payload.get());
        return new ApprovalOutcome.Decided(approved);
    }

    /** Who writes the database without the key gets nothing done: neither another deed, nor a colleague's name under it. */
    private Optional<String> altered(ApprovalTable.Row row, Map<String, String> payload) {
        ApprovalTable.Origin origin = table.origin(row, payload);
        if (origin == ApprovalTable.Origin.ALTERED || !table.isAsProposed(row, payload)) {
            log.error(
                    "Proposal {} is not as it was proposed: its row was altered",
                    row.id().value());
            return Optional.of(ALTERED);
        }
        if (origin == ApprovalTable.Origin.UNPROVEN) {
            log.warn(
                    "Proposal {} does not prove its maker: it is from before an update, or was altered",
                    row.id().value());
            return Optional.of(UNPROVEN);
        }
        return Optional.empty();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public ApprovalOutcome refuse(StaffId checker, ApprovalId id, String reason) {
        Optional<ApprovalTable.Row> found = table.one(id);
        StaffMember member = decider(checker, found);
        if (found.isEmpty()) {
            return new ApprovalOutcome.NotFound();
        }
        Optional<Why> denied = denied(member, found.get(), table.payload(id));
        if (denied.isPresent()) {
            return new ApprovalOutcome.NotYours(denied.get());
        }
        Optional<Map<String, String>> payload = table.payload(id);
        if (!table.decide(id, ApprovalState.REFUSED, checker, reason, clock.instant())) {
            return over(id);
        }
        Approval refused = read(table.one(id).orElseThrow());
        drop(found.get(), refused, payload);
        trail.refused(refused.maker(), member, id, refused.proposal());
        return new ApprovalOutcome.Decided(refused);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public ApprovalOutcome withdraw(StaffId maker, ApprovalId id) {
        Optional<ApprovalTable.Row> found = table.one(id);
        boolean own = found.filter(row -> row.maker().equals(maker)).isPresent();
        // Whoever may propose may take back, also in a role that does not read the proposals of others.
        StaffMember member = permissions.require(
                maker,
                own
                        ? deeds.of(found.get().proposal().kind()).permission()
                        : found.map(row -> deeds.of(row.proposal().kind()).views())
                                .orElse(Permission.APPROVAL_VIEW));
        if (found.isEmpty()) {
            return new ApprovalOutcome.NotFound();
        }
        if (!found.get().maker().equals(maker)) {
            trail.denied(member, id, found.get().proposal(), Why.NOT_THE_MAKER);
            return new ApprovalOutcome.NotYours(Why.NOT_THE_MAKER);
        }
        Optional<Map<String, String>> payload = table.payload(id);
        if (!table.decide(id, ApprovalState.WITHDRAWN, null, "", clock.instant())) {
            return over(id);
        }
        Approval withdrawn = read(table.one(id).orElseThrow());
        drop(found.get(), withdrawn, payload);
        trail.withdrawn(member, id, withdrawn.proposal());
        return new ApprovalOutcome.Decided(withdrawn);
    }

    /** Ends one whose time is over. */
    @Transactional
    public void expire(ApprovalId id) {
        Optional<ApprovalTable.Row> found = table.one(id);
        Optional<Map<String, String>> payload = table.payload(id);
        if (table.expire(id, clock.instant())) {
            Approval expired = read(table.one(id).orElseThrow());
            drop(found.orElseThrow(), expired, payload);
            trail.expired(expired.maker(), id, expired.proposal());
        }
    }

    /** A row that was altered names perhaps another deed, which must not clear away what is not its own. */
    private void drop(ApprovalTable.Row row, Approval over, Optional<Map<String, String>> payload) {
        payload.filter(content -> table.isAsProposed(row, content))
                .ifPresent(content -> deeds.of(row.proposal().kind()).dropped(over, content));
    }

    /** With the people; one whose time is over reads as expired even before the sweep has come by. */
    Approval read(ApprovalTable.Row row) {
        Instant now = clock.instant();
        boolean late = row.state() == ApprovalState.WAITING && !row.expiresAt().isAfter(now);
        return new Approval(
                row.id(),
                late ? ApprovalState.EXPIRED : row.state(),
                staff.byId(row.maker()).orElseThrow(),
                Optional.ofNullable(row.checker()).flatMap(staff::byId).orElse(null),
                row.proposal(),
                row.proposedAt(),
                row.expiresAt(),
                row.decidedAt(),
                row.note());
    }

    private StaffMember decider(StaffId checker, Optional<ApprovalTable.Row> found) {
        CustomerId about = found.map(row -> row.proposal().customer()).orElse(null);
        Permission needed = found.map(this::decides).orElse(Permission.APPROVAL_DECIDE);
        return about == null ? permissions.require(checker, needed) : permissions.require(checker, needed, about);
    }

    private Permission decides(ApprovalTable.Row row) {
        return deeds.of(row.proposal().kind()).decides();
    }

    private Optional<Why> denied(StaffMember member, ApprovalTable.Row row, Optional<Map<String, String>> payload) {
        Optional<Why> why = why(member, row, payload);
        why.ifPresent(one -> trail.denied(member, row.id(), row.proposal(), one));
        return why;
    }

    /** Work of no branch may be decided anywhere; all else only where it was proposed. */
    private Optional<Why> why(StaffMember member, ApprovalTable.Row row, Optional<Map<String, String>> payload) {
        BranchCode branch = row.branch();
        Optional<StaffId> changed = payload.flatMap(deeds.of(row.proposal().kind())::changes);
        if (row.maker().equals(member.id())) {
            return Optional.of(Why.OWN_WORK);
        }
        if (changed.filter(member.id()::equals).isPresent()) {
            return Optional.of(Why.OWN_ROW);
        }
        return branch == null || branch.equals(member.branch()) ? Optional.empty() : Optional.of(Why.OTHER_BRANCH);
    }

    /** Leaves no trace. */
    Optional<Why> whyNot(StaffId reader, ApprovalId id) {
        ApprovalTable.Row row = table.one(id).orElseThrow();
        return mayStill(reader, decides(row), row.proposal().customer())
                ? why(staff.byId(reader).orElseThrow(), row, table.payload(id))
                : Optional.of(Why.NOT_PERMITTED);
    }

    private boolean mayStill(StaffId maker, Permission needed, @Nullable CustomerId about) {
        return about == null ? permissions.may(maker, needed) : permissions.may(maker, needed, about);
    }

    private ApprovalOutcome over(ApprovalId id) {
        return new ApprovalOutcome.Over(read(table.one(id).orElseThrow()));
    }
}
