package ir.ramzineh.approval;

import ir.ramzineh.staff.StaffMember;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proposal and what became of it.
 *
 * @param maker who proposed it, as that member is today
 * @param checker who approved or refused it
 * @param proposal without its payload
 * @param expiresAt from then on nobody can approve it
 * @param decidedAt when it was approved, refused, withdrawn or found expired
 * @param note what the checker wrote; empty where nothing was
 */
public record Approval(
        ApprovalId id,
        ApprovalState state,
        StaffMember maker,
        @Nullable StaffMember checker,
        Proposal proposal,
        Instant proposedAt,
        Instant expiresAt,
        @Nullable Instant decidedAt,
        String note) {
    /** Without what it holds. */
    @Override
    public String toString() {
        return "Approval[" + id.value() + " " + proposal.kind() + " " + state + "]";
    }
}
