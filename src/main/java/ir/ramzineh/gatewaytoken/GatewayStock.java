package ir.ramzineh.gatewaytoken;

import ir.ramzineh.approval.Afterward;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.approval.Proposal;
import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.staff.DeskReason;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffMember;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The serial numbers that lie at a branch and wait for customers (S10.18, S10.25). One person takes out what is lost; what
 * is added, a second one decides.
 */
@Service
public class GatewayStock {
    /** Serial numbers that may be proposed or drawn at once; a longer list is a file of the bulk import. */
    public static final int BATCH_MAX = 400;

    /** Serial numbers of a page. */
    public static final int PAGE_MAX = 200;

    private final GatewayRows rows;
    private final StockRows stock;
    private final GatewayViews views;
    private final GatewayHistory history;
    private final Permissions permissions;
    private final Approvals approvals;
    private final AuditTrail audit;
    private final Clock clock;

    GatewayStock(
            GatewayRows rows,
            StockRows stock,
            GatewayViews views,
            GatewayHistory history,
            Permissions permissions,
            Approvals approvals,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.stock = stock;
        this.views = views;
        this.history = history;
        this.permissions = permissions;
        this.approvals = approvals;
        this.audit = audit;
        this.clock = clock;
    }

    /** A serial number as it is stored, if the text is one. */
    public static Optional<String> serial(String typed) {
        return Serials.read(typed);
    }

    /**
     * Proposes printed serial numbers for the stock of a branch. A wrong row stops none of the others; a serial number that
     * is known anywhere is not added twice.
     *
     * @param serials as typed, at most {@value #BATCH_MAX}
     * @throws NotPermittedException not this member, or not this branch
     * @throws InvalidValueException {@code gateway.error.many}: too many at once; the same waits already
     */
    @Transactional(propagation = Propagation.NEVER)
    public StockProposal propose(StaffId who, BranchCode branch, List<String> serials) {
        permissions.require(who, Permission.GATEWAY_TOKEN_STOCK, branch);
        if (serials.size() > BATCH_MAX) {
            throw new InvalidValueException("gateway.error.many", BATCH_MAX);
        }
        List<StockProposal.RowError> errors = new ArrayList<>();
        Set<String> good = new LinkedHashSet<>();
        for (int row = 1; row <= serials.size(); row++) {
            Optional<String> serial = Serials.read(serials.get(row - 1));
            if (serial.isEmpty()) {
                errors.add(new StockProposal.RowError(row, "gateway.error.serial"));
            } else if (good.contains(serial.get())) {
                errors.add(new StockProposal.RowError(row, "gateway.error.serial-twice"));
            } else if (stock.known(serial.get())) {
                errors.add(new StockProposal.RowError(row, "gateway.error.serial-known"));
            } else {
                good.add(serial.get());
            }
        }
        ApprovalId approval = good.isEmpty()
                ? null
                : propose(who, branch, good.size(), Map.of(GatewayStockDeed.SERIALS, String.join(",", good)));
        return new StockProposal(approval, good.size(), errors);
    }

    /**
     * Proposes new serial numbers for a branch, to be drawn once that is approved, and printed there.
     *
     * @param count 1 to {@value #BATCH_MAX}
     * @throws NotPermittedException as {@link #propose}
     * @throws InvalidValueException {@code gateway.error.many}; the same waits already
     */
    @Transactional(propagation = Propagation.NEVER)
    public ApprovalId proposeNew(StaffId who, BranchCode branch, int count) {
        permissions.require(who, Permission.GATEWAY_TOKEN_STOCK, branch);
        if (count < 1 || count > BATCH_MAX) {
            throw new InvalidValueException("gateway.error.many", BATCH_MAX);
        }
        return propose(who, branch, count, Map.of(GatewayStockDeed.COUNT, Integer.toString(count)));
    }

    private ApprovalId propose(StaffId who, BranchCode branch, int count, Map<String, String> what) {
        Map<String, String> payload = new HashMap<>(what);
        payload.put(GatewayStockDeed.BRANCH, branch.digits());
        String number = Integer.toString(count);
        return approvals.propose(
                who,
                new Proposal(
                        GatewayStockDeed.KIND,
                        null,
                        null,
                        Map.of("branch", branch.digits(), "serials", number),
                        payload,
                        List.of(Afterward.of("gateway.afterwards.stock", number, branch.digits()))));
    }

    /**
     * Adds the serial numbers of a file that a second person has approved. For {@code bulkimport} alone, which has the
     * approval; a test holds every other caller off.
     *
     * @param checker user name of the second person
     * @return how many were added; those that are known or no serial numbers are left out
     * @throws NotPermittedException the maker may not, or no longer, do this for this branch
     */
    @Transactional
    public int takeOver(StaffId maker, String checker, BranchCode branch, List<String> serials) {
        StaffMember member = permissions.require(maker, Permission.GATEWAY_TOKEN_STOCK, branch);
        if (member.userName().equals(checker)) {
            throw new IllegalArgumentException("a stock takes two people");
        }
        List<String> good =
                serials.stream().flatMap(typed -> Serials.read(typed).stream()).toList();
        return stock.add(branch, good, member.userName(), checker);
    }

    /**
     * What lies at a branch, the oldest first, a page at a time.
     *
     * @param after empty: the first page; else the {@link StockPage#next()} of the page before
     * @param limit 1 to {@value #PAGE_MAX} serial numbers
     * @throws NotPermittedException not this member, or not this branch
     */
    public StockPage inStock(StaffId who, BranchCode branch, Optional<GatewayTokenId> after, int limit) {
        reader(who, branch);
        int size = Math.clamp(limit, 1, PAGE_MAX);
        List<GatewayRow> found =
                stock.page(branch.digits(), after.map(GatewayTokenId::value).orElse(0L), size + 1);
        List<StockSerial> shown = found.stream()
                .limit(size)
                .map(row -> new StockSerial(row.tokenId(), Serials.grouped(views.serial(row))))
                .toList();
        return new StockPage(
                shown, found.size() > size ? Optional.of(shown.getLast().token()) : Optional.empty());
    }

    /** How many tokens of a branch are in a state; as above. */
    public int count(StaffId who, BranchCode branch, GatewayTokenState state) {
        reader(who, branch);
        return stock.countOf(branch.digits(), state);
    }

    /**
     * Takes a serial number out of the stock for good, such as one whose paper was lost.
     *
     * @return whether it was in stock until now
     * @throws NotPermittedException as {@link #propose}
     */
    @Transactional
    public boolean discard(StaffId who, GatewayTokenId token, DeskReason reason) {
        StaffMember member = permissions.require(who, Permission.GATEWAY_TOKEN_STOCK);
        Optional<GatewayRow> row =
                rows.byId(token.value()).filter(found -> found.state() == GatewayTokenState.IN_STOCK);
        row.ifPresent(
                found -> permissions.require(who, Permission.GATEWAY_TOKEN_STOCK, new BranchCode(found.branch())));
        if (row.isEmpty() || !stock.discard(token.value(), clock.instant())) {
            return false;
        }
        Map<String, String> details = new HashMap<>(reason.details());
        details.put("serial", views.lastFour(row.get()));
        audit.record(
                new AuditEvent(new Actor.Staff(member.userName()), "gateway-token.discarded", null, null, details));
        history.add(token.value(), "discarded", member.userName(), List.of(), reason);
        return true;
    }

    /** Who hands tokens out sees what there is. */
    private void reader(StaffId who, BranchCode branch) {
        Permission what = permissions.may(who, Permission.GATEWAY_TOKEN_STOCK)
                ? Permission.GATEWAY_TOKEN_STOCK
                : Permission.GATEWAY_TOKEN_ISSUE;
        permissions.require(who, what, branch);
    }
}
