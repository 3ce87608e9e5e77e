package ir.ramzineh.branchconsole.gateway;

import com.vaadin.flow.component.Component;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.branchconsole.CustomerPanel;
import ir.ramzineh.gatewaytoken.GatewayLinking;
import ir.ramzineh.gatewaytoken.GatewayTokens;
import ir.ramzineh.gatewaytoken.GatewayUnlocks;
import ir.ramzineh.gatewaytoken.RecentGatewayCodes;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffId;

/** On the page of a customer: the account tokens, and what can be done with them (S10.18, S10.25). */
@org.springframework.stereotype.Component
class GatewayPanel implements CustomerPanel {
    private final GatewayTokens tokens;
    private final GatewayLinking linking;
    private final GatewayUnlocks unlocks;
    private final RecentGatewayCodes codes;
    private final PaperDoor paper;
    private final Approvals approvals;
    private final Permissions permissions;

    GatewayPanel(
            GatewayTokens tokens,
            GatewayLinking linking,
            GatewayUnlocks unlocks,
            RecentGatewayCodes codes,
            PaperDoor paper,
            Approvals approvals,
            Permissions permissions) {
        this.tokens = tokens;
        this.linking = linking;
        this.unlocks = unlocks;
        this.codes = codes;
        this.paper = paper;
        this.approvals = approvals;
        this.permissions = permissions;
    }

    @Override
    public double order() {
        return 150;
    }

    @Override
    public Component create(CustomerId customer, StaffId who) {
        return new GatewaySection(tokens, linking, unlocks, codes, paper, approvals, permissions, customer, who);
    }
}
