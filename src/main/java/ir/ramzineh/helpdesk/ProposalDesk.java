package ir.ramzineh.helpdesk;

import ir.ramzineh.approval.Approval;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffMember;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proposals before their readers (3.2 of the requirements, feature F). What is about a customer is a look at that customer:
 * it counts against the member's pace and leaves a row in the trail (security case 13).
 */
@Service
public class ProposalDesk {
    /** Most proposals that wait on one page. */
    public static final int WAITING_MAX = 100;

    /** Most own proposals on one page. */
    public static final int OWN_MAX = 50;

    private final Approvals approvals;
    private final Permissions permissions;
    private final Customers customers;
    private final Helpdesk helpdesk;
    private final ListLooks lists;

    ProposalDesk(
            Approvals approvals, Permissions permissions, Customers customers, Helpdesk helpdesk, ListLooks lists) {
        this.approvals = approvals;
        this.permissions = permissions;
        this.customers = customers;
        this.helpdesk = helpdesk;
        this.lists = lists;
    }

    /**
     * A proposal in a list.
     *
     * @param nameFa the customer's, first letter of each word; empty where it is about none
     * @param nameEn the customer's, first letter of each word; empty where it is about none
     */
    public record Line(Approval approval, String nameFa, String nameEn) {}

    /**
     * The page of proposals.
     *
     * @param look whether it opened
     * @param waiting what waits within the reader's reach, the oldest first; none unless it opened
     * @param own what the reader proposed lately, newest first, whatever became of it; none unless it opened
     */
    public record Page(LookOutcome look, List<Line> waiting, List<Line> own) {
        public Page {
            waiting = List.copyOf(waiting);
            own = List.copyOf(own);
        }
    }

    /**
     * A look at one proposal.
     *
     * @param look whether it opened
     * @param approval empty unless it opened
     */
    public record Look(LookOutcome look, Optional<Approval> approval) {}

    /**
     * What waits and what the reader proposed; a look as soon as one line is about a customer.
     *
     * @throws ir.ramzineh.staff.NotPermittedException the member reads no proposals
     */
    @Transactional(propagation = Propagation.NEVER)
    public Page page(StaffId who) {
        List<Approval> waiting = approvals.waiting(who, WAITING_MAX);
        List<Approval> own = approvals.own(who, OWN_MAX);
        boolean aboutCustomers = Stream.concat(waiting.stream(), own.stream())
                .anyMatch(one -> one.proposal().customer() != null);
        LookOutcome look = aboutCustomers
                ? lists.open(member(who), "helpdesk.proposals-listed", Map.of())
                : new LookOutcome.Open();
        return look instanceof LookOutcome.Open
                ? new Page(look, lines(waiting), lines(own))
                : new Page(look, List.of(), List.of());
    }

    /**
     * One proposal; empty for an id that is none. About a customer, the first look in a while is recorded with the reason
     * CASE, and opens the customer's page too for who may see it.
     *
     * @throws ir.ramzineh.staff.NotPermittedException not a proposal for this member; there is a row in the trail
     */
    @Transactional(propagation = Propagation.NEVER)
    public Optional<Look> one(StaffId who, DeskSession session, ApprovalId id) {
        return approvals.one(who, id).map(found -> {
            CustomerId about = found.proposal().customer();
            LookOutcome look = about == null
                    ? new LookOutcome.Open()
                    : helpdesk.lookAtProposal(member(who), session, found, about);
            return new Look(look, look instanceof LookOutcome.Open ? Optional.of(found) : Optional.empty());
        });
    }

    private StaffMember member(StaffId who) {
        return permissions.require(who, Permission.OWN_ACCOUNT);
    }

    private List<Line> lines(List<Approval> proposals) {
        return proposals.stream().map(this::line).toList();
    }

    private Line line(Approval approval) {
        return Optional.ofNullable(approval.proposal().customer())
                .flatMap(customers::byId)
                .map(Customer::name)
                .map(name -> new Line(approval, Masked.name(name.fa()), Masked.name(name.en())))
                .orElse(new Line(approval, "", ""));
    }
}
