package ir.ramzineh.gatewaytoken;

import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Why the codes of a customer's tokens were accepted or refused, for who is asked at the desk (S10.3, S10.4). */
@Service
public class RecentGatewayCodes {
    /** So many questions of channels are looked back at. */
    static final int LOOKED_BACK_MAX = 200;

    private final GatewayLedger ledger;
    private final Permissions permissions;

    RecentGatewayCodes(GatewayLedger ledger, Permissions permissions) {
        this.ledger = ledger;
        this.permissions = permissions;
    }

    /**
     * The newest of all tokens of a customer together, the newest first, at most {@value #LOOKED_BACK_MAX}.
     *
     * @throws NotPermittedException not this member, not this customer
     */
    public List<RecentGatewayCode> of(StaffId who, CustomerId customer) {
        permissions.require(who, Permission.CUSTOMER_VIEW, customer);
        return ledger.newest(customer, LOOKED_BACK_MAX);
    }

    /** The last one of a customer, for a caller who has seen to it that it may be shown. */
    public Optional<RecentGatewayCode> last(CustomerId customer) {
        return ledger.newest(customer, 1).stream().findFirst();
    }
}
