package ir.ramzineh.webhook;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffMember;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is told what happened. Every method needs {@link Permission#WEBHOOK_MANAGE}. The contract of a receiver is
 * docs/protocol/webhooks.md.
 */
@Service
public class Webhooks {
    /** Receivers there may be at once. */
    public static final int RECEIVERS_MAX = 50;

    private static final int NAME_LENGTH_MAX = 80;
    private static final int DELIVERIES_MAX = 500;

    private final Permissions permissions;
    private final EndpointTable endpoints;
    private final DeliveryTable deliveries;
    private final ReceiverNetworks networks;
    private final WebhookSettings settings;
    private final AuditTrail audit;
    private final IdSource ids;
    private final SecureRandom random;
    private final Clock clock;

    Webhooks(
            Permissions permissions,
            EndpointTable endpoints,
            DeliveryTable deliveries,
            ReceiverNetworks networks,
            WebhookSettings settings,
            AuditTrail audit,
            IdSource ids,
            SecureRandom random,
            Clock clock) {
        this.permissions = permissions;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.networks = networks;
        this.settings = settings;
        this.audit = audit;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /**
     * A receiver that was just added.
     *
     * @param secret shown this once
     */
    public record Added(WebhookId id, WebhookSecret secret) {}

    /** Every receiver, by name. */
    @Transactional
    public List<WebhookEndpoint> all(StaffId who) {
        permissions.require(who, Permission.WEBHOOK_MANAGE);
        return endpoints.all(clock.instant());
    }

    /**
     * Adds a receiver. It is told what happens from now on.
     *
     * @param name for people, 1 to 80 characters
     * @param address {@code https}; {@code http} only to this machine where the settings allow it. Whether it may be
     *     reached is looked at with each connection.
     * @param families what it is told, at least one
     * @throws InvalidValueException {@code error.webhook.*}
     */
    @Transactional
    public Added add(StaffId who, String name, String address, Set<EventFamily> families) {
        StaffMember member = permissions.require(who, Permission.WEBHOOK_MANAGE);
        String plain = name.strip();
        if (plain.isEmpty() || plain.length() > NAME_LENGTH_MAX) {
            throw new InvalidValueException("error.webhook.name", NAME_LENGTH_MAX);
        }
        requireSome(families);
        if (endpoints.count() >= RECEIVERS_MAX) {
            throw new InvalidValueException("error.webhook.many", RECEIVERS_MAX);
        }
        Instant now = clock.instant();
        long id = ids.next();
        WebhookSecret secret = WebhookSecret.fresh(random);
        endpoints.insert(
                id, plain, WebhookAddress.of(address, networks), families, secret, IdSource.lowestOf(now), now);
        record(member, "webhook.added", plain);
        return new Added(new WebhookId(id), secret);
    }

    /** Tells it other things from now on. */
    @Transactional
    public void choose(StaffId who, WebhookId id, Set<EventFamily> families) {
        StaffMember member = permissions.require(who, Permission.WEBHOOK_MANAGE);
        requireSome(families);
        String name = name(id);
        if (endpoints.setFamilies(id.value(), families)) {
            record(member, "webhook.changed", name);
        }
    }

    /** Stops sending; events gather. */
    @Transactional
    public void pause(StaffId who, WebhookId id) {
        StaffMember member = permissions.require(who, Permission.WEBHOOK_MANAGE);
        String name = name(id);
        if (endpoints.setPaused(id.value(), true)) {
            record(member, "webhook.paused", name);
        }
    }

    /** Sends again, what has gathered first. */
    @Transactional
    public void resume(StaffId who, WebhookId id) {
        StaffMember member = permissions.require(who, Permission.WEBHOOK_MANAGE);
        String name = name(id);
        if (endpoints.setPaused(id.value(), false)) {
            record(member, "webhook.resumed", name);
        }
    }

    /** Ends a receiver for good; its address and secrets are erased. */
    @Transactional
    public void remove(StaffId who, WebhookId id) {
        StaffMember member = permissions.require(who, Permission.WEBHOOK_MANAGE);
        String name = name(id);
        if (endpoints.remove(id.value())) {
            record(member, "webhook.removed", name);
        }
    }

    /**
     * Makes a new secret. Until the overlap is over both sign, so that the receiver changes over without a pause.
     *
     * @return shown this once
     */
    @Transactional
    public WebhookSecret rotate(StaffId who, WebhookId id) {
        StaffMember member = permissions.require(who, Permission.WEBHOOK_MANAGE);
        String name = name(id);
        WebhookSecret former = endpoints.lockSecret(id.value()).orElseThrow(Webhooks::gone);
        WebhookSecret fresh = WebhookSecret.fresh(random);
        endpoints.rotate(id.value(), fresh, former, clock.instant().plus(settings.rotationOverlap()));
        record(member, "webhook.rotated", name);
        return fresh;
    }

    /**
     * Queues an event of kind {@code webhook.test} for this receiver alone.
     *
     * @return id of the event
     */
    @Transactional
    public long test(StaffId who, WebhookId id) {
        StaffMember member = permissions.require(who, Permission.WEBHOOK_MANAGE);
        String name = name(id);
        Instant now = clock.instant();
        long event = ids.next();
        deliveries.queue(id.value(), event, EventBody.TEST, now, EventBody.test(event, now), now);
        record(member, "webhook.tested", name);
        return event;
    }

    /** What is on its way to a receiver and what went, newest first. */
    @Transactional
    public List<WebhookDelivery> deliveries(StaffId who, WebhookId id, @Nullable DeliveryState state, int limit) {
        permissions.require(who, Permission.WEBHOOK_MANAGE);
        return deliveries.of(id.value(), state, Math.clamp(limit, 1, DELIVERIES_MAX));
    }

    /** Sends a delivered or parked event again, under the same id. */
    @Transactional
    public boolean sendAgain(StaffId who, WebhookId id, long event) {
        StaffMember member = permissions.require(who, Permission.WEBHOOK_MANAGE);
        String name = name(id);
        boolean again = deliveries.again(id.value(), event, clock.instant());
        if (again) {
            record(member, "webhook.sent-again", name);
        }
        return again;
    }

    private String name(WebhookId id) {
        return endpoints.name(id.value()).orElseThrow(Webhooks::gone);
    }

    private static InvalidValueException gone() {
        return new InvalidValueException("error.webhook.gone");
    }

    private static void requireSome(Set<EventFamily> families) {
        if (families.isEmpty()) {
            throw new InvalidValueException("error.webhook.families");
        }
    }

    private void record(StaffMember member, String kind, String name) {
        audit.record(new AuditEvent(new Actor.Staff(member.userName()), kind, null, null, Map.of("webhook", name)));
    }
}
