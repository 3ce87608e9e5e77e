package ir.ramzineh.staffchange;

import ir.ramzineh.approval.Afterward;
import ir.ramzineh.approval.Approval;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.approval.ApprovalState;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.approval.Proposal;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.staff.NewStaffMember;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffAdministration;
import ir.ramzineh.staff.StaffAdministration.Entry;
import ir.ramzineh.staff.StaffAdministration.Invited;
import ir.ramzineh.staff.StaffChanges;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffMember;
import ir.ramzineh.staff.StaffTicket;
import ir.ramzineh.staff.WaitingInvitation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Proposals of administrators about members of staff, and the invitation that an approved one ends with. Without a second
 * administrator nothing of it happens; nobody proposes or approves a change of the own row.
 *
 * @see <a href="file:docs/design-decisions/017-two-administrators.md">decision 017</a>
 */
@Service
public class StaffProposals {
    private static final int WAITING_MAX = 200;

    private final Approvals approvals;
    private final StaffAdministration administration;
    private final StaffChanges changes;

    StaffProposals(Approvals approvals, StaffAdministration administration, StaffChanges changes) {
        this.approvals = approvals;
        this.administration = administration;
        this.changes = changes;
    }

    /**
     * Proposes a new member.
     *
     * @throws InvalidValueException the user name or the person is there already, or the same waits
     */
    public ApprovalId add(StaffId who, NewStaffMember wanted) {
        administration.requireFree(who, wanted);
        return propose(
                who,
                StaffChangeKind.ADD,
                StaffChangeFacts.of(wanted),
                StaffChangePayload.of(wanted),
                List.of(
                        StaffChangeFacts.able(wanted.role(), wanted.branch()),
                        Afterward.of("staff.after.invitation", wanted.userName())));
    }

    /**
     * Proposes another role, another branch or both.
     *
     * @throws InvalidValueException the member stands so already, the role needs a branch, or the same waits
     */
    public ApprovalId place(StaffId who, StaffId id, Role role, @Nullable BranchCode branch) {
        StaffMember member = administration.other(who, id).member();
        NewStaffMember.requireBranch(role, branch);
        if (member.role() == role && Objects.equals(member.branch(), branch)) {
            throw nothingChanges();
        }
        return propose(
                who,
                StaffChangeKind.PLACE,
                StaffChangeFacts.place(member, role, branch),
                StaffChangePayload.place(member, role, branch),
                List.of(
                        StaffChangeFacts.able(role, branch),
                        StaffChangeFacts.noLonger(member),
                        Afterward.of("staff.after.signed-out")));
    }

    /**
     * Proposes that a disabled member works here again.
     *
     * @throws InvalidValueException the member is active, or the same waits
     */
    public ApprovalId enable(StaffId who, StaffId id) {
        Entry entry = administration.other(who, id);
        StaffMember member = entry.member();
        if (member.active()) {
            throw nothingChanges();
        }
        return propose(
                who,
                StaffChangeKind.ENABLE,
                StaffChangeFacts.of(member),
                StaffChangePayload.of(member),
                List.of(
                        StaffChangeFacts.able(member.role(), member.branch()),
                        Afterward.of(entry.setUp() ? "staff.after.old-sign-in" : "staff.after.no-sign-in")));
    }

    /**
     * Proposes to take password and authenticator away and to invite the member anew.
     *
     * @throws InvalidValueException the same waits
     */
    public ApprovalId reset(StaffId who, StaffId id) {
        StaffMember member = administration.other(who, id).member();
        return propose(
                who,
                StaffChangeKind.RESET,
                StaffChangeFacts.of(member),
                StaffChangePayload.of(member),
                List.of(
                        Afterward.of("staff.after.sign-in-gone"),
                        Afterward.of("staff.after.invitation", member.userName()),
                        StaffChangeFacts.able(member.role(), member.branch())));
    }

    /**
     * Proposes what the bank's directory calls a member, who can then sign in there; nothing closes that way.
     *
     * @throws InvalidValueException it is so already, the name is too long or another member's, or the same waits
     */
    public ApprovalId directoryName(StaffId who, StaffId id, String name) {
        String wanted = administration.freeDirectoryName(who, id, name).orElse("");
        Entry entry = administration.other(who, id);
        if (wanted.equals(Objects.requireNonNullElse(entry.directoryName(), ""))) {
            throw nothingChanges();
        }
        return propose(
                who,
                StaffChangeKind.DIRECTORY,
                StaffChangeFacts.directory(entry, wanted),
                StaffChangePayload.directory(entry.member(), wanted),
                List.of(
                        wanted.isEmpty()
                                ? Afterward.of("staff.after.directory-closed")
                                : Afterward.of("staff.after.directory", wanted),
                        StaffChangeFacts.able(
                                entry.member().role(), entry.member().branch()),
                        Afterward.of("staff.after.signed-out")));
    }

    /** What waits about a member, the oldest first. */
    public List<Approval> waiting(StaffId reader, StaffMember about) {
        return approvals.waiting(reader, WAITING_MAX).stream()
                .filter(one -> about.userName().equals(one.proposal().facts().get(StaffChangeFacts.MEMBER)))
                .toList();
    }

    /** Whom the reader, having approved this, can still invite, for the first time or because the code did not arrive. */
    public Optional<WaitingInvitation> invitable(StaffId reader, Approval approval) {
        return invites(reader, approval) ? changes.waitingFor(ticket(reader, approval)) : Optional.empty();
    }

    /**
     * Draws the invitation; only who approved does. It ends the one that was drawn before.
     *
     * @param waiting as {@link #invitable} gave it; when something else was drawn since, nothing is
     */
    public Optional<Invited> invitation(StaffId reader, Approval approval, WaitingInvitation waiting) {
        return invites(reader, approval) ? changes.draw(ticket(reader, approval), waiting) : Optional.empty();
    }

    private static boolean invites(StaffId reader, Approval approval) {
        StaffMember checker = approval.checker();
        return approval.state() == ApprovalState.APPROVED
                && checker != null
                && checker.id().equals(reader)
                && Arrays.stream(StaffChangeKind.values())
                        .filter(StaffChangeKind::invites)
                        .anyMatch(kind -> kind.word().equals(approval.proposal().kind()));
    }

    /** The row of the ticket names its holder too: the database, not this object, says who draws. */
    private static StaffTicket ticket(StaffId reader, Approval approval) {
        return new StaffTicket(approval.id().value(), reader);
    }

    private ApprovalId propose(
            StaffId who,
            StaffChangeKind kind,
            Map<String, String> facts,
            Map<String, String> payload,
            List<Afterward> afterwards) {
        return approvals.propose(who, new Proposal(kind.word(), null, null, facts, payload, afterwards));
    }

    private static InvalidValueException nothingChanges() {
        return new InvalidValueException("error.staff.nothing-changes");
    }
}
