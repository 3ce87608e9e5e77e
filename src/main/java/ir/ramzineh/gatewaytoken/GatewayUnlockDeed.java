package ir.ramzineh.gatewaytoken;

import ir.ramzineh.approval.Approval;
import ir.ramzineh.approval.ApprovedDeed;
import ir.ramzineh.approval.DeedNoLongerPossibleException;
import ir.ramzineh.audit.Actor;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.staff.DeskReason;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.StaffMember;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Ends the lock once a second member of staff has approved it; the customer is told. */
@Component
class GatewayUnlockDeed implements ApprovedDeed {
    static final String KIND = "gateway-token-unlock";
    static final String TOKEN = "token";
    static final String LINK = "link";
    static final String SCOPE = "scope";
    static final String LOCKED = "locked";

    private final GatewayRows rows;
    private final GatewayLinks links;
    private final GatewayViews views;
    private final GatewayTrail trail;
    private final GatewayMessages messages;
    private final GatewaySettings settings;

    GatewayUnlockDeed(
            GatewayRows rows,
            GatewayLinks links,
            GatewayViews views,
            GatewayTrail trail,
            GatewayMessages messages,
            GatewaySettings settings) {
        this.rows = rows;
        this.links = links;
        this.views = views;
        this.trail = trail;
        this.messages = messages;
        this.settings = settings;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Permission permission() {
        return Permission.PASSWORD_UNLOCK;
    }

    @Override
    public void perform(Approval approval, Map<String, String> payload) {
        CustomerId customer = Objects.requireNonNull(approval.proposal().customer());
        // A token that ended has no living link; so the link alone is asked, and held from here on.
        boolean unlocked = links.unlock(
                Long.parseLong(needed(payload, LINK)),
                Instant.ofEpochMilli(Long.parseLong(needed(payload, LOCKED))),
                settings.wrongCodesMax());
        if (!unlocked) {
            boolean more = links.roundLeft(
                    Long.parseLong(needed(payload, TOKEN)),
                    LinkScope.valueOf(needed(payload, SCOPE)),
                    settings.wrongCodesMax());
            throw new DeedNoLongerPossibleException(more ? "gateway.error.not-locked" : "gateway.error.issue-anew");
        }
        GatewayRow row = rows.byId(Long.parseLong(needed(payload, TOKEN)))
                .filter(found -> customer.equals(found.customer()))
                .orElseThrow(() -> new DeedNoLongerPossibleException("gateway.error.gone"));
        StaffMember checker = Objects.requireNonNull(approval.checker());
        trail.deed(
                new Actor.Staff(approval.maker().userName()),
                row,
                customer,
                "unlocked",
                Set.of(LinkScope.valueOf(needed(payload, SCOPE))),
                DeskReason.of(payload),
                Map.of("checker", checker.userName()));
        messages.tell(customer, "gateway.unlocked", views.lastFour(row));
    }

    private static String needed(Map<String, String> payload, String name) {
        return Objects.requireNonNull(payload.get(name), name);
    }
}
