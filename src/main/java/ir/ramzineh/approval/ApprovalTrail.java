package ir.ramzineh.approval;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.audit.RefusalTrail;
import ir.ramzineh.staff.StaffMember;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the trail says about proposals: both names, never the facts. */
@Component
class ApprovalTrail {
    private final AuditTrail audit;
    private final RefusalTrail refusals;

    ApprovalTrail(AuditTrail audit, RefusalTrail refusals) {
        this.audit = audit;
        this.refusals = refusals;
    }

    void proposed(StaffMember maker, ApprovalId id, Proposal proposal) {
        write(actor(maker), "approval.proposed", id, proposal, Map.of());
    }

    void approved(StaffMember maker, StaffMember checker, ApprovalId id, Proposal proposal) {
        write(actor(checker), "approval.approved", id, proposal, Map.of("maker", maker.userName()));
    }

    void refused(StaffMember maker, StaffMember checker, ApprovalId id, Proposal proposal) {
        write(actor(checker), "approval.refused", id, proposal, Map.of("maker", maker.userName()));
    }

    void withdrawn(StaffMember maker, ApprovalId id, Proposal proposal) {
        write(actor(maker), "approval.withdrawn", id, proposal, Map.of());
    }

    void expired(StaffMember maker, ApprovalId id, Proposal proposal) {
        write(new Actor.Portal(), "approval.expired", id, proposal, Map.of("maker", maker.userName()));
    }

    /** Somebody tried to decide who does not; committed by itself. */
    void denied(StaffMember who, ApprovalId id, Proposal proposal, ApprovalOutcome.Why why) {
        refusals.record(event(actor(who), "approval.denied", id, proposal, Map.of("reason", why.name())));
    }

    private void write(Actor actor, String event, ApprovalId id, Proposal proposal, Map<String, String> more) {
        audit.record(event(actor, event, id, proposal, more));
    }

    private static AuditEvent event(
            Actor actor, String event, ApprovalId id, Proposal proposal, Map<String, String> more) {
        Map<String, String> details = new HashMap<>(more);
        details.put("deed", proposal.kind());
        details.put("approval", Long.toString(id.value()));
        return new AuditEvent(actor, event, proposal.customer(), proposal.card(), details);
    }

    private static Actor actor(StaffMember member) {
        return new Actor.Staff(member.userName());
    }
}
