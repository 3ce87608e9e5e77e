package ir.ramzineh.gatewaytoken;

import ir.ramzineh.approval.Afterward;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.approval.Proposal;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.staff.DeskReason;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets channels ask again after too many wrong codes, by two people (3.2 F, security cases 6 and 7): whoever could unlock
 * alone could guess without end. The count of all wrong codes since the last right one goes on: at
 * {@value #WRONG_IN_ROW_MAX} only a new token helps.
 */
@Service
public class GatewayUnlocks {
    /** Wrong codes since the last right one after which only a new token helps (NIST 800-63B-4, 3.2.2). */
    public static final int WRONG_IN_ROW_MAX = 100;

    private final GatewayRows rows;
    private final GatewayLinks links;
    private final GatewayViews views;
    private final Permissions permissions;
    private final Approvals approvals;
    private final GatewaySettings settings;

    GatewayUnlocks(
            GatewayRows rows,
            GatewayLinks links,
            GatewayViews views,
            Permissions permissions,
            Approvals approvals,
            GatewaySettings settings) {
        this.rows = rows;
        this.links = links;
        this.views = views;
        this.permissions = permissions;
        this.approvals = approvals;
        this.settings = settings;
    }

    /**
     * Puts it before a second member of staff. It ends the lock that stands now, and no later one.
     *
     * @throws ir.ramzineh.staff.NotPermittedException not this member, not this customer
     * @throws InvalidValueException {@code gateway.error.not-locked}; {@code gateway.error.issue-anew}: the bound on all wrong
     *     codes in a row is reached; the same waits already
     */
    @Transactional(propagation = Propagation.NEVER)
    public ApprovalId propose(StaffId who, GatewayTokenId token, LinkScope scope, DeskReason reason) {
        Optional<GatewayRow> row = rows.byId(token.value());
        CustomerId customer = row.map(GatewayRow::customer).orElse(null);
        if (customer == null) {
            permissions.require(who, Permission.PASSWORD_UNLOCK);
            throw new InvalidValueException("gateway.error.not-locked");
        }
        permissions.require(who, Permission.PASSWORD_UNLOCK, customer);
        GatewayLinks.Row link = links.of(token.value()).stream()
                .filter(found -> found.scope() == scope)
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("gateway.error.not-locked"));
        Instant locked = link.lockedAt();
        if (locked == null || row.orElseThrow().state() != GatewayTokenState.ACTIVE) {
            throw new InvalidValueException("gateway.error.not-locked");
        }
        if (!link.roundLeft(settings.wrongCodesMax())) {
            throw new InvalidValueException("gateway.error.issue-anew");
        }
        return approvals.propose(who, proposal(row.orElseThrow(), customer, link, locked, reason));
    }

    private Proposal proposal(
            GatewayRow row, CustomerId customer, GatewayLinks.Row link, Instant locked, DeskReason reason) {
        Map<String, String> facts = new HashMap<>(reason.details());
        facts.put("serial", "•••• " + views.lastFour(row));
        facts.put("scope", link.scope().key());
        facts.put("wrong-in-row", Integer.toString(link.wrongInRow()));
        Map<String, String> payload = new HashMap<>(reason.details());
        payload.put(GatewayUnlockDeed.TOKEN, Long.toString(row.id()));
        payload.put(GatewayUnlockDeed.LINK, Long.toString(link.id()));
        payload.put(GatewayUnlockDeed.SCOPE, link.scope().name());
        payload.put(GatewayUnlockDeed.LOCKED, Long.toString(locked.toEpochMilli()));
        return new Proposal(
                GatewayUnlockDeed.KIND,
                customer,
                null,
                facts,
                payload,
                List.of(
                        Afterward.of("gateway.afterwards.unlock-" + link.scope().key()),
                        Afterward.of("gateway.afterwards.unlock-tries", Integer.toString(settings.wrongCodesMax()))));
    }
}
