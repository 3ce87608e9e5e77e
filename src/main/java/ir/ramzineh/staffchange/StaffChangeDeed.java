package ir.ramzineh.staffchange;

import ir.ramzineh.approval.Approval;
import ir.ramzineh.approval.ApprovedDeed;
import ir.ramzineh.approval.DeedNoLongerPossibleException;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Staff;
import ir.ramzineh.staff.StaffChanges;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffMember;
import ir.ramzineh.staff.StaffTicket;
import ir.ramzineh.staff.TwoAdministrators;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Carries a change out, for the member as the checker saw it: moved or disabled meanwhile, it is another change. */
final class StaffChangeDeed implements ApprovedDeed {
    private final StaffChangeKind kind;
    private final StaffChanges changes;
    private final Staff staff;

    StaffChangeDeed(StaffChangeKind kind, StaffChanges changes, Staff staff) {
        this.kind = kind;
        this.changes = changes;
        this.staff = staff;
    }

    @Override
    public String kind() {
        return kind.word();
    }

    @Override
    public Permission permission() {
        return Permission.STAFF_MANAGE;
    }

    @Override
    public Permission decides() {
        return Permission.STAFF_APPROVE;
    }

    @Override
    public Permission views() {
        return Permission.STAFF_APPROVE;
    }

    @Override
    public Optional<StaffId> changes(Map<String, String> payload) {
        return StaffChangePayload.member(payload);
    }

    @Override
    public void perform(Approval approval, Map<String, String> payload) {
        StaffMember checker = Objects.requireNonNull(approval.checker());
        TwoAdministrators who = new TwoAdministrators(approval.maker().id(), checker.id());
        StaffTicket ticket = new StaffTicket(approval.id().value(), checker.id());
        try {
            if (kind == StaffChangeKind.ADD) {
                changes.add(who, StaffChangePayload.wanted(payload), ticket);
            } else {
                change(who, unchanged(payload), payload, ticket);
            }
        } catch (InvalidValueException taken) {
            throw new DeedNoLongerPossibleException(taken.key());
        }
    }

    private void change(TwoAdministrators who, StaffId id, Map<String, String> payload, StaffTicket ticket) {
        switch (kind) {
            case PLACE -> changes.place(who, id, StaffChangePayload.role(payload), StaffChangePayload.branch(payload));
            case ENABLE -> changes.enable(who, id);
            case RESET -> changes.resetSignIn(who, id, ticket);
            case DIRECTORY -> changes.setDirectoryName(who, id, StaffChangePayload.directoryName(payload));
            case ADD -> throw new IllegalStateException("adds nobody who is there");
        }
    }

    private StaffId unchanged(Map<String, String> payload) {
        return StaffChangePayload.member(payload)
                .flatMap(staff::byId)
                .filter(member -> StaffChangePayload.isAsSeen(member, payload))
                .map(StaffMember::id)
                .orElseThrow(() -> new DeedNoLongerPossibleException("error.staff.changed-meanwhile"));
    }
}
