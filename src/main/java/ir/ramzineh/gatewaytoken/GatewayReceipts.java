package ir.ramzineh.gatewaytoken;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The receipt that goes over the counter with a token (S10.18). The member who gave the token takes it, or the last one who
 * sent its activation code again, of which the customer had a message; while that code counts. Each time is on record.
 */
@Service
public class GatewayReceipts {
    private static final Set<String> GAVE_THE_CODE = Set.of("issued", "code-sent");

    private final GatewayRows rows;
    private final GatewayHistory history;
    private final GatewayViews views;
    private final GatewayTrail trail;
    private final GatewayMessages messages;
    private final Permissions permissions;
    private final Clock clock;

    GatewayReceipts(
            GatewayRows rows,
            GatewayHistory history,
            GatewayViews views,
            GatewayTrail trail,
            GatewayMessages messages,
            Permissions permissions,
            Clock clock) {
        this.rows = rows;
        this.history = history;
        this.views = views;
        this.trail = trail;
        this.messages = messages;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** Why a member takes no receipt of a token, or that nothing stands against it. */
    public enum Standing {
        READY,
        /** The activation code is too old: another one has to be sent first. */
        CODE_EXPIRED,
        /** A colleague gave the token or sent its code last; who sends the code again takes the receipt too. */
        OF_ANOTHER,
        /** No such token waits for its activation. */
        GONE
    }

    /**
     * Whether {@link #take} would give a receipt now.
     *
     * @throws NotPermittedException not this member, not this customer
     */
    public Standing standing(StaffId who, GatewayTokenId token) {
        Optional<GatewayRow> row = waiting(token);
        CustomerId customer = row.map(GatewayRow::customer).orElse(null);
        if (row.isEmpty() || customer == null) {
            permissions.require(who, Permission.GATEWAY_TOKEN_ISSUE);
            return Standing.GONE;
        }
        return standing(permissions.require(who, Permission.GATEWAY_TOKEN_ISSUE, customer), row.get());
    }

    /**
     * Makes something, such as a file, of what stands on the receipt: part 1 of two, and where part 2 comes. A row of the
     * trail says that it was taken, once it is made; if making it fails, nothing was taken.
     *
     * @param maker is given the receipt at most once, within a transaction: it must not wait for anybody
     * @return empty unless the token is {@link Standing#READY}
     * @throws NotPermittedException not this member, not this customer
     */
    @Transactional
    public <T> Optional<T> take(StaffId who, GatewayTokenId token, Function<GatewayReceipt, T> maker) {
        Optional<GatewayRow> row = waiting(token);
        CustomerId customer = row.map(GatewayRow::customer).orElse(null);
        if (row.isEmpty() || customer == null) {
            permissions.require(who, Permission.GATEWAY_TOKEN_ISSUE);
            return Optional.empty();
        }
        StaffMember member = permissions.require(who, Permission.GATEWAY_TOKEN_ISSUE, customer);
        GatewayRow found = row.get();
        Instant codeExpiresAt = found.codeExpiresAt();
        if (codeExpiresAt == null || standing(member, found) != Standing.READY) {
            return Optional.empty();
        }
        T made = maker.apply(receipt(found, customer, codeExpiresAt));
        trail.deed(new Actor.Staff(member.userName()), found, customer, "receipt-printed");
        return Optional.of(made);
    }

    private GatewayReceipt receipt(GatewayRow row, CustomerId customer, Instant codeExpiresAt) {
        Customer person = messages.customer(customer);
        return new GatewayReceipt(
                messages.issuer().name(),
                row.branch(),
                Serials.grouped(views.serial(row)),
                person.name(),
                person.mobile().masked(),
                person.locale(),
                row.issuedAt() == null ? clock.instant() : row.issuedAt(),
                codeExpiresAt);
    }

    private Standing standing(StaffMember member, GatewayRow row) {
        if (!history.lastBy(row.id(), GAVE_THE_CODE).contains(member.userName())) {
            return Standing.OF_ANOTHER;
        }
        return row.codeCounts(clock.instant()) ? Standing.READY : Standing.CODE_EXPIRED;
    }

    private Optional<GatewayRow> waiting(GatewayTokenId token) {
        return rows.byId(token.value()).filter(found -> found.state() == GatewayTokenState.ISSUED);
    }
}
