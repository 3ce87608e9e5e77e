package ir.ramzineh.approval;

import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.PlainText;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.Reach;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffMember;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Work of two people (3.2 of the requirements, feature F; security case 22): one proposes, another of the same branch
 * (of members of staff: another administrator) decides, and what was approved is done in the transaction of the decision. Nobody decides about the own work, nobody
 * acts on the own person, and both must hold their right at that moment.
 */
@Service
public class Approvals {
    /** Longest note, in characters. */
    public static final int NOTE_LENGTH_MAX = 500;

    /** Most rows a list holds. */
    public static final int LIMIT_MAX = 200;

    /** How long the own proposals stay in their maker's list, in days. */
    public static final int OWN_DAYS = 30;

    /** How long what was not done is told as news, in days. */
    public static final int NEWS_DAYS = 7;

    private final ApprovalTable table;
    private final ApprovalLists lists;
    private final ApprovalDecisions decisions;
    private final ApprovalTrail trail;
    private final Permissions permissions;
    private final ApprovalDeeds deeds;
    private final ApprovalSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Approvals(
            ApprovalTable table,
            ApprovalLists lists,
            ApprovalDecisions decisions,
            ApprovalTrail trail,
            Permissions permissions,
            ApprovalDeeds deeds,
            ApprovalSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.lists = lists;
        this.decisions = decisions;
        this.trail = trail;
        this.permissions = permissions;
        this.deeds = deeds;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Puts a proposal before a second person.
     *
     * @throws ir.ramzineh.staff.NotPermittedException the maker may not do this, or not to this customer
     * @throws InvalidValueException the same waits already
     */
    public ApprovalId propose(StaffId maker, Proposal proposal) {
        ApprovedDeed deed = deeds.of(proposal.kind());
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                StaffMember member = require(maker, deed.permission(), proposal.customer());
                BranchCode branch = deed.decides().of(member.role()) == Reach.BANK ? null : member.branch();
                Instant now = clock.instant();
                ApprovalId id = table.insert(member, branch, proposal, now, now.plus(settings.life()));
                trail.proposed(member, id, proposal);
                return id;
            }));
        } catch (DuplicateKeyException same) {
            // Without its cause: the driver's message quotes the key.
            throw new InvalidValueException("error.approval.waiting-already");
        }
    }

    /**
     * Approves, and does what was proposed; both or neither. Of any number at once, one does it.
     *
     * @param note may be empty; at most {@value #NOTE_LENGTH_MAX} characters. Signs that turn the order of what stands
     *     beside them are taken out (security case 23), here as in {@link #refuse}
     * @throws ir.ramzineh.staff.NotPermittedException the checker may not decide, or not about this customer
     */
    @Transactional(propagation = Propagation.NEVER)
    public ApprovalOutcome approve(StaffId checker, ApprovalId id, String note) {
        String written = note(note);
        try {
            return Objects.requireNonNull(transaction.execute(status -> decisions.approve(checker, id, written)));
        } catch (DeedNoLongerPossibleException changed) {
            return new ApprovalOutcome.NotPossible(changed.key());
        }
    }

    /**
     * Refuses.
     *
     * @param reason for the maker; 1 to {@value #NOTE_LENGTH_MAX} characters
     * @throws ir.ramzineh.staff.NotPermittedException the checker may not decide, or not about this customer
     * @throws InvalidValueException without a reason
     */
    @Transactional(propagation = Propagation.NEVER)
    public ApprovalOutcome refuse(StaffId checker, ApprovalId id, String reason) {
        String written = note(reason);
        if (written.isEmpty()) {
            throw new InvalidValueException("error.approval.reason");
        }
        return Objects.requireNonNull(transaction.execute(status -> decisions.refuse(checker, id, written)));
    }

    /** Takes a proposal back; only its maker does. */
    @Transactional(propagation = Propagation.NEVER)
    public ApprovalOutcome withdraw(StaffId maker, ApprovalId id) {
        return Objects.requireNonNull(transaction.execute(status -> decisions.withdraw(maker, id)));
    }

    /** What waits for a decision within the reader's reach, the oldest first; nothing about the reader's own person. */
    @Transactional(readOnly = true)
    public List<Approval> waiting(StaffId reader, int limit) {
        Map<Permission, List<String>> kinds = deeds.kindsByView();
        List<Permission> held = kinds.keySet().stream()
                .filter(view -> permissions.may(reader, view))
                .toList();
        if (held.isEmpty()) {
            permissions.require(reader, Permission.APPROVAL_VIEW);
        }
        int bounded = Math.clamp(limit, 1, LIMIT_MAX);
        return held.stream()
                .flatMap(view -> waiting(reader, view, kinds.getOrDefault(view, List.of()), bounded).stream())
                .sorted(Comparator.comparingLong(row -> row.id().value()))
                .limit(bounded)
                .map(decisions::read)
                .toList();
    }

    private List<ApprovalTable.Row> waiting(StaffId reader, Permission view, List<String> kinds, int limit) {
        StaffMember member = permissions.require(reader, view);
        BranchCode branch = view.of(member.role()) == Reach.BANK ? null : Objects.requireNonNull(member.branch());
        return lists.waiting(kinds, branch, clock.instant(), limit).stream()
                .filter(row -> mayRead(reader, view, row.proposal().customer()))
                .toList();
    }

    /**
     * One proposal, waiting or over. Who shows it to a reader asks the desk's {@code ProposalDesk} instead, which leaves a
     * row in the trail.
     *
     * @throws ir.ramzineh.staff.NotPermittedException it is about somebody this member may not look at, or of another
     *     branch
     */
    public Optional<Approval> one(StaffId reader, ApprovalId id) {
        Optional<ApprovalTable.Row> found = table.one(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Permission needed = needed(reader, found.get());
        StaffMember member = require(reader, needed, found.get().proposal().customer());
        BranchCode branch = found.get().branch();
        boolean theirs = branch == null
                || found.get().maker().equals(reader)
                || needed.of(member.role()) == Reach.BANK
                || branch.equals(member.branch());
        return theirs ? found.map(decisions::read) : Optional.empty();
    }

    /** Makers read their own proposals also in a role that reads those of nobody else. */
    private Permission needed(StaffId reader, ApprovalTable.Row row) {
        ApprovedDeed deed = deeds.of(row.proposal().kind());
        boolean asMaker = row.maker().equals(reader) && !permissions.may(reader, deed.views());
        return asMaker ? deed.permission() : deed.views();
    }

    /**
     * What a member proposed within {@value #OWN_DAYS} days in the present branch or for no branch, newest first, whatever
     * became of it. What the member may no longer read, such as about a customer who belongs to another branch since, is
     * left out.
     *
     * @param limit 1 to {@value #LIMIT_MAX}
     * @throws ir.ramzineh.staff.NotPermittedException the member works here no more
     */
    @Transactional(readOnly = true)
    public List<Approval> own(StaffId maker, int limit) {
        StaffMember member = permissions.require(maker, Permission.OWN_ACCOUNT);
        Instant since = clock.instant().minus(Duration.ofDays(OWN_DAYS));
        return lists.madeBy(maker, member.branch(), since, Math.clamp(limit, 1, LIMIT_MAX)).stream()
                .filter(row -> mayReadOwn(maker, row))
                .map(decisions::read)
                .toList();
    }

    /**
     * How many of the proposals that a member made within {@value #NEWS_DAYS} days were refused or ran out of time, in the
     * present branch or for no branch.
     *
     * @throws ir.ramzineh.staff.NotPermittedException the member works here no more
     */
    public int notDone(StaffId maker) {
        StaffMember member = permissions.require(maker, Permission.OWN_ACCOUNT);
        return lists.notDone(maker, member.branch(), news());
    }

    /**
     * What waits about a customer, and what was refused or ran out of time within {@value #NEWS_DAYS} days; newest first.
     *
     * @throws ir.ramzineh.staff.NotPermittedException not about this customer
     */
    public List<Approval> unsettled(StaffId reader, CustomerId customer) {
        permissions.require(reader, Permission.APPROVAL_VIEW, customer);
        return lists.unsettled(customer, news(), LIMIT_MAX).stream()
                .map(decisions::read)
                .toList();
    }

    private Instant news() {
        return clock.instant().minus(Duration.ofDays(NEWS_DAYS));
    }

    /**
     * Whether this member would decide about what waits, to show or hide the decision; deciding asks again.
     *
     * @return why not, or nothing if so; {@link ApprovalOutcome.Why#NOT_PERMITTED} for who decides about nothing of the kind
     */
    public Optional<ApprovalOutcome.Why> whyNot(StaffId reader, ApprovalId id) {
        return decisions.whyNot(reader, id);
    }

    /** What was proposed about a customer, newest first. */
    public List<Approval> of(StaffId reader, CustomerId customer) {
        permissions.require(reader, Permission.APPROVAL_VIEW, customer);
        return lists.of(customer, LIMIT_MAX).stream().map(decisions::read).toList();
    }

    private boolean mayRead(StaffId reader, Permission view, @Nullable CustomerId customer) {
        return customer == null || permissions.may(reader, view, customer);
    }

    private boolean mayReadOwn(StaffId maker, ApprovalTable.Row row) {
        Permission needed = needed(maker, row);
        CustomerId about = row.proposal().customer();
        return about == null ? permissions.may(maker, needed) : permissions.may(maker, needed, about);
    }

    private StaffMember require(StaffId who, Permission what, @Nullable CustomerId about) {
        return about == null ? permissions.require(who, what) : permissions.require(who, what, about);
    }

    private static String note(String note) {
        String written = PlainText.of(note).strip();
        if (written.length() > NOTE_LENGTH_MAX) {
            throw new InvalidValueException("error.approval.note", NOTE_LENGTH_MAX);
        }
        return written;
    }
}
