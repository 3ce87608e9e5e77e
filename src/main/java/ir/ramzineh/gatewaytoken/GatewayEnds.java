package ir.ramzineh.gatewaytoken;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.staff.DeskReason;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What takes something away from a token: the end of a link, of the token itself. */
@Component
class GatewayEnds {
    private final GatewayRows rows;
    private final GatewayLinks links;
    private final GatewayViews views;
    private final GatewayTrail trail;
    private final GatewayMessages messages;
    private final Clock clock;

    GatewayEnds(
            GatewayRows rows,
            GatewayLinks links,
            GatewayViews views,
            GatewayTrail trail,
            GatewayMessages messages,
            Clock clock) {
        this.rows = rows;
        this.links = links;
        this.views = views;
        this.trail = trail;
        this.messages = messages;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public boolean unlink(Actor actor, GatewayRow row, CustomerId customer, Set<LinkScope> scopes, DeskReason reason) {
        Set<LinkScope> ended = unlink(row, scopes);
        if (ended.isEmpty()) {
            return false;
        }
        trail.deed(actor, row, customer, "unlinked", ended, reason, Map.of());
        messages.tell(customer, "gateway.unlinked", views.lastFour(row));
        return true;
    }

    /**
     * The end of a token and of everything it was linked to.
     *
     * @param kind of the deed: {@code revoked}, {@code deleted}, {@code code-guessed}
     * @param reason of a member of staff; {@code null} where none did it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean end(Actor actor, GatewayRow row, CustomerId customer, String kind, @Nullable DeskReason reason) {
        // Links before the token: a channel's question holds them in the same order.
        Set<LinkScope> ended = unlink(row, Set.of(LinkScope.values()));
        if (!rows.kill(row.id(), clock.instant())) {
            return false;
        }
        // Once more: a link that was approved in between was not seen. From here on none can be made.
        ended.addAll(unlink(row, Set.of(LinkScope.values())));
        trail.deed(actor, row, customer, kind, ended, reason, Map.of());
        messages.tell(customer, "gateway." + kind, views.lastFour(row));
        return true;
    }

    private Set<LinkScope> unlink(GatewayRow row, Set<LinkScope> scopes) {
        Instant now = clock.instant();
        Set<LinkScope> ended = new TreeSet<>();
        for (LinkScope scope : new TreeSet<>(scopes)) {
            if (links.unlink(row.id(), scope, now)) {
                ended.add(scope);
            }
        }
        return ended;
    }
}
