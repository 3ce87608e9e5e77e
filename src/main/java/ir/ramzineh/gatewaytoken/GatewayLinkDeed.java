package ir.ramzineh.gatewaytoken;

import ir.ramzineh.approval.Approval;
import ir.ramzineh.approval.ApprovedDeed;
import ir.ramzineh.approval.DeedNoLongerPossibleException;
import ir.ramzineh.audit.Actor;
import ir.ramzineh.corebank.AccountNumber;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.StaffMember;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Links a token once a second member of staff has approved it; from then on its codes count (S10.4). */
@Component
class GatewayLinkDeed implements ApprovedDeed {
    static final String KIND = "gateway-token-link";

    private final GatewayRows rows;
    private final GatewayLinks links;
    private final GatewayViews views;
    private final GatewayTrail trail;
    private final GatewayMessages messages;
    private final GatewaySettings settings;
    private final Clock clock;

    GatewayLinkDeed(
            GatewayRows rows,
            GatewayLinks links,
            GatewayViews views,
            GatewayTrail trail,
            GatewayMessages messages,
            GatewaySettings settings,
            Clock clock) {
        this.rows = rows;
        this.links = links;
        this.views = views;
        this.trail = trail;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Permission permission() {
        return Permission.GATEWAY_TOKEN_LINK;
    }

    @Override
    public void perform(Approval approval, Map<String, String> payload) {
        CustomerId customer = Objects.requireNonNull(approval.proposal().customer());
        long token = Long.parseLong(payload.getOrDefault("token", "0"));
        // Held until the approval is committed: a token that ends meanwhile ends with its new links.
        GatewayRow row = rows.held(token)
                .filter(found -> found.state() == GatewayTokenState.ACTIVE && customer.equals(found.customer()))
                .orElseThrow(() -> new DeedNoLongerPossibleException("gateway.error.not-active"));
        Set<LinkScope> scopes = split(payload.getOrDefault("scopes", "")).stream()
                .map(LinkScope::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        List<GatewayLinks.AccountRef> accounts = split(payload.getOrDefault("accounts", "")).stream()
                .map(GatewayLinkDeed::account)
                .toList();
        for (LinkScope scope : scopes) {
            if (!links.roundLeft(token, scope, settings.wrongCodesMax())) {
                throw new DeedNoLongerPossibleException("gateway.error.issue-anew");
            }
            List<GatewayLinks.AccountRef> named = scope == LinkScope.ACCOUNT ? accounts : List.of();
            if (!links.link(token, customer, scope, named, clock.instant())) {
                throw new DeedNoLongerPossibleException("gateway.error.linked-already");
            }
        }
        StaffMember checker = Objects.requireNonNull(approval.checker());
        trail.deed(
                new Actor.Staff(approval.maker().userName()),
                row,
                customer,
                "linked",
                scopes,
                null,
                Map.of("checker", checker.userName()));
        messages.tell(customer, "gateway.linked", views.lastFour(row));
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split(",", -1)).filter(one -> !one.isEmpty()).toList();
    }

    private static GatewayLinks.AccountRef account(String text) {
        int colon = text.indexOf(':');
        return new GatewayLinks.AccountRef(text.substring(0, colon), new AccountNumber(text.substring(colon + 1)));
    }
}
