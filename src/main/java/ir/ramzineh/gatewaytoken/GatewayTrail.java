package ir.ramzineh.gatewaytoken;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.staff.DeskReason;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a deed twice, in the transaction in which it is done: into the trail, and into the history of its token. */
@Component
class GatewayTrail {
    static final Actor PHONE_ACTOR = new Actor.Channel("phone");

    private final AuditTrail audit;
    private final GatewayHistory history;
    private final GatewayViews views;

    GatewayTrail(AuditTrail audit, GatewayHistory history, GatewayViews views) {
        this.audit = audit;
        this.history = history;
        this.views = views;
    }

    void deed(Actor actor, GatewayRow row, CustomerId customer, String kind) {
        deed(actor, row, customer, kind, Set.of(), null, Map.of());
    }

    void deed(
            Actor actor,
            GatewayRow row,
            CustomerId customer,
            String kind,
            Collection<LinkScope> scopes,
            @Nullable DeskReason reason,
            Map<String, String> more) {
        Map<String, String> details = new HashMap<>(more);
        details.put("serial", views.lastFour(row));
        if (!scopes.isEmpty()) {
            details.put("scope", words(scopes));
        }
        if (reason != null) {
            details.putAll(reason.details());
        }
        audit.record(new AuditEvent(actor, "gateway-token." + kind, customer, null, details));
        history.add(row.id(), kind, name(actor), scopes, reason);
    }

    /** As the texts {@code activity-detail.scope.<name>} know them. */
    static String words(Collection<LinkScope> scopes) {
        return scopes.stream()
                .sorted()
                .map(scope -> scope.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(java.util.stream.Collectors.joining(","));
    }

    private static String name(Actor actor) {
        return switch (actor) {
            case Actor.Staff(String userName) -> userName;
            case Actor.Customer customer -> GatewayHistory.CUSTOMER;
            case Actor.Channel(String client) -> client;
            case Actor.Portal() -> GatewayHistory.PORTAL;
            case Actor.Anonymous() -> GatewayHistory.PORTAL;
        };
    }
}
