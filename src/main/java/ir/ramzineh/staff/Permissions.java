package ir.ramzineh.staff;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.RefusalTrail;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.NationalId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Whether a member of staff may do something, asked of the row as it stands now: a role lost a moment ago counts
 * (security case 22). Within a transaction the row stays locked for readers until its end, so that a deed is done
 * either before the loss or not at all.
 *
 * <p>Two rules hold for every deed about a customer: a reach of one branch covers the customers whose home branch it
 * is, and nobody acts on the own person, with any role. Looking is a deed too.
 */
@Service
public class Permissions {
    static final String NOT_PERMITTED = "error.staff.not-permitted";
    static final String OTHER_BRANCH = "error.staff.other-branch";
    static final String OWN = "error.staff.own";

    private final StaffRows rows;
    private final Customers customers;
    private final RefusalTrail refusals;
    private final StaffSettings settings;

    Permissions(StaffRows rows, Customers customers, RefusalTrail refusals, StaffSettings settings) {
        this.rows = rows;
        this.customers = customers;
        this.refusals = refusals;
        this.settings = settings;
    }

    /**
     * The member, if the role reaches anything at all.
     *
     * @throws NotPermittedException otherwise; an audit row {@code access.staff-refused} is committed by itself
     */
    public StaffMember require(StaffId who, Permission what) {
        Optional<StaffMember> member = rows.inForce(who);
        String refusal = refusal(member, what);
        if (refusal != null) {
            throw refused(who, member, what, null, refusal);
        }
        return member.orElseThrow();
    }

    /**
     * The member, if it may do this to this customer.
     *
     * @throws NotPermittedException otherwise; an audit row {@code access.staff-refused} is committed by itself
     */
    public StaffMember require(StaffId who, Permission what, CustomerId about) {
        Optional<StaffMember> member = rows.inForce(who);
        String refusal = refusal(member, what, about);
        if (refusal != null) {
            throw refused(who, member, what, about, refusal);
        }
        return member.orElseThrow();
    }

    /**
     * The member, if it may do this for a branch, such as with what lies there: the own one, or any where the role reaches
     * the whole bank.
     *
     * @throws NotPermittedException otherwise; an audit row {@code access.staff-refused} is committed by itself
     */
    public StaffMember require(StaffId who, Permission what, BranchCode branch) {
        StaffMember member = require(who, what);
        if (what.of(member.role()) != Reach.BANK && !branch.equals(member.branch())) {
            throw refused(who, Optional.of(member), what, null, OTHER_BRANCH);
        }
        return member;
    }

    /**
     * The member, if it may do this and the person is not itself; for what reaches the whole bank and names somebody who is
     * perhaps no customer.
     *
     * @throws NotPermittedException otherwise; an audit row {@code access.staff-refused} is committed by itself
     */
    public StaffMember requireOther(StaffId who, Permission what, NationalId about) {
        StaffMember member = require(who, what);
        if (rows.nationalId(who).equals(about)) {
            CustomerId own = customers.person(about).map(Customer::id).orElse(null);
            throw refused(who, Optional.of(member), what, own, OWN);
        }
        return member;
    }

    /**
     * Whom the member reaches with this permission, to list them.
     *
     * @throws NotPermittedException nobody; an audit row {@code access.staff-refused} is committed by itself
     */
    public ReachedCustomers reached(StaffId who, Permission what) {
        StaffMember member = require(who, what);
        return new ReachedCustomers(
                member,
                what.of(member.role()) == Reach.BANK || settings.guests(),
                Optional.ofNullable(member.branch()),
                customers.person(rows.nationalId(who)).map(Customer::id));
    }

    /** All that the member may do about a customer, asked once for a whole page; leaves no trace. */
    public Set<Permission> allowed(StaffId who, CustomerId about) {
        Optional<StaffMember> member = rows.inForce(who);
        Optional<Customer> customer = customers.byId(about);
        boolean own = isOwn(member, customer);
        Set<Permission> allowed = EnumSet.noneOf(Permission.class);
        for (Permission what : Permission.values()) {
            if (refusal(member, what) == null && refusal(member.orElseThrow(), what, customer, own) == null) {
                allowed.add(what);
            }
        }
        return allowed;
    }

    /** As {@link #require(StaffId, Permission)}, to show or hide something; leaves no trace. */
    public boolean may(StaffId who, Permission what) {
        return refusal(rows.inForce(who), what) == null;
    }

    /** As {@link #require(StaffId, Permission, CustomerId)}, to show or hide something; leaves no trace. */
    public boolean may(StaffId who, Permission what, CustomerId about) {
        return refusal(rows.inForce(who), what, about) == null;
    }

    /** For deeds about members: nobody changes the own row. Leaves the same trace as any other refusal. */
    NotPermittedException refusedOwn(StaffMember member, Permission what) {
        return refused(member.id(), Optional.of(member), what, null, OWN);
    }

    private static @Nullable String refusal(Optional<StaffMember> member, Permission what) {
        return member.isEmpty() || what.of(member.get().role()) == Reach.NONE ? NOT_PERMITTED : null;
    }

    private @Nullable String refusal(Optional<StaffMember> found, Permission what, CustomerId about) {
        String refusal = refusal(found, what);
        if (refusal != null) {
            return refusal;
        }
        Optional<Customer> customer = customers.byId(about);
        return refusal(found.orElseThrow(), what, customer, isOwn(found, customer));
    }

    private boolean isOwn(Optional<StaffMember> member, Optional<Customer> customer) {
        return member.isPresent()
                && customer.isPresent()
                && rows.nationalId(member.get().id()).equals(customer.get().nationalId());
    }

    private @Nullable String refusal(StaffMember member, Permission what, Optional<Customer> customer, boolean own) {
        // A customer who does not exist is one of another branch: who asks by guessing learns nothing.
        if (customer.isEmpty()) {
            return OTHER_BRANCH;
        }
        if (own) {
            return OWN;
        }
        boolean reached = what.of(member.role()) == Reach.BANK
                || served(member, customer.get().branch());
        return reached ? null : OTHER_BRANCH;
    }

    /** The bank has not named a home branch for everybody; where it has not, any branch serves. */
    private boolean served(StaffMember member, @Nullable BranchCode home) {
        return home == null || settings.guests() || home.equals(member.branch());
    }

    private NotPermittedException refused(
            StaffId who, Optional<StaffMember> member, Permission what, @Nullable CustomerId about, String key) {
        Actor actor = new Actor.Staff(
                member.map(StaffMember::userName).or(() -> rows.userName(who)).orElse("?"));
        Map<String, String> details =
                Map.of("permission", what.name(), "reason", key.substring(key.lastIndexOf('.') + 1));
        // Of a customer that does not exist nothing can be written.
        CustomerId known = about == null || customers.byId(about).isEmpty() ? null : about;
        refusals.record(new AuditEvent(actor, "access.staff-refused", known, null, details));
        return new NotPermittedException(key);
    }
}
