package ir.ramzineh.gatewaytoken;

import ir.ramzineh.approval.Approval;
import ir.ramzineh.approval.ApprovedDeed;
import ir.ramzineh.approval.DeedNoLongerPossibleException;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.StaffMember;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Adds serial numbers to the stock of a branch once a second member of staff of that branch has approved it (S10.25). */
@Component
class GatewayStockDeed implements ApprovedDeed {
    static final String KIND = "gateway-token-stock";
    static final String BRANCH = "branch";
    static final String SERIALS = "serials";
    static final String COUNT = "count";

    private final StockRows stock;

    GatewayStockDeed(StockRows stock) {
        this.stock = stock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Permission permission() {
        return Permission.GATEWAY_TOKEN_STOCK;
    }

    @Override
    public void perform(Approval approval, Map<String, String> payload) {
        BranchCode branch = new BranchCode(Objects.requireNonNull(payload.get(BRANCH)));
        StaffMember maker = approval.maker();
        StaffMember checker = Objects.requireNonNull(approval.checker());
        // What a member of no branch proposes may be decided anywhere; a stock is for those who have the papers before
        // them.
        boolean there = branch.equals(checker.branch())
                && (maker.branch() == null || maker.branch().equals(branch));
        if (!there) {
            throw new DeedNoLongerPossibleException("gateway.error.other-branch");
        }
        String serials = payload.get(SERIALS);
        if (serials == null) {
            int count = Integer.parseInt(Objects.requireNonNull(payload.get(COUNT)));
            stock.draw(branch, count, maker.userName(), checker.userName());
        } else if (stock.add(branch, List.of(serials.split(",", -1)), maker.userName(), checker.userName()) == 0) {
            throw new DeedNoLongerPossibleException("gateway.error.serial-known");
        }
    }
}
