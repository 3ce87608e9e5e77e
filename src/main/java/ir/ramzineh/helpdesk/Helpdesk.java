package ir.ramzineh.helpdesk;

import ir.ramzineh.approval.Approval;
import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.fraudcase.FraudCase;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.staff.DeskReason;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where staff find customers and look at them. Every look has a reason, a row in the trail that the customer reads as
 * "who looked", and counts against the member's pace; who may not look leaves a row too (security case 13).
 */
@Service
public class Helpdesk {
    private static final int HITS_MAX = 20;

    private final Permissions permissions;
    private final Finder finder;
    private final LookPace pace;
    private final LookTable looks;
    private final Customers customers;
    private final CustomerFiles files;
    private final AuditTrail audit;
    private final HelpdeskSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Helpdesk(
            Permissions permissions,
            Finder finder,
            LookPace pace,
            LookTable looks,
            Customers customers,
            CustomerFiles files,
            AuditTrail audit,
            HelpdeskSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.permissions = permissions;
        this.finder = finder;
        this.pace = pace;
        this.looks = looks;
        this.customers = customers;
        this.files = files;
        this.audit = audit;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Looks for a customer by an exact value. Whom the member may not look at is counted and not shown, with the row in
     * the trail that {@link Permissions} writes.
     *
     * @throws NotPermittedException the member may find nobody
     */
    @Transactional(propagation = Propagation.NEVER)
    public FindOutcome find(StaffId who, FindKey key, DeskReason reason) {
        StaffMember member = permissions.require(who, Permission.CUSTOMER_FIND);
        switch (pace.take(member)) {
            case LookOutcome.Wait(var time) -> {
                return new FindOutcome.Wait(time);
            }
            case LookOutcome.EnoughForToday(int looksMax) -> {
                return new FindOutcome.EnoughForToday(looksMax);
            }
            case LookOutcome.Open() -> {}
        }
        List<Hit> hits = new ArrayList<>();
        int elsewhere = 0;
        try {
            for (CustomerId customer :
                    finder.find(who, key).stream().limit(HITS_MAX).toList()) {
                if (mayLook(who, customer)) {
                    hits.add(hit(customer));
                } else {
                    elsewhere++;
                }
            }
        } catch (NotPermittedException notTheirs) {
            // A token says so by itself, and has left the row.
            elsewhere++;
        }
        transaction.executeWithoutResult(status -> tell(member, key, reason, hits));
        return new FindOutcome.Found(hits, elsewhere);
    }

    private boolean mayLook(StaffId who, CustomerId customer) {
        try {
            permissions.require(who, Permission.CUSTOMER_FIND, customer);
            return true;
        } catch (NotPermittedException refused) {
            return false;
        }
    }

    private void tell(StaffMember member, FindKey key, DeskReason reason, List<Hit> hits) {
        Map<String, String> details = details(member, reason);
        details.put("found-by", key.kind().name());
        hits.forEach(hit -> record(member, "helpdesk.found", hit.customer(), details));
        if (hits.isEmpty()) {
            record(member, "helpdesk.found-nobody", null, details);
        }
    }

    /**
     * Opens a customer's page for this sign-in, for as long as the setting says.
     *
     * @throws NotPermittedException the member may not look at this customer; there is a row in the trail
     */
    @Transactional(propagation = Propagation.NEVER)
    public LookOutcome look(StaffId who, DeskSession session, CustomerId customer, DeskReason reason) {
        StaffMember member = permissions.require(who, Permission.CUSTOMER_VIEW, customer);
        LookOutcome counted = pace.take(member);
        if (counted instanceof LookOutcome.Open) {
            transaction.executeWithoutResult(status -> {
                Instant now = clock.instant();
                looks.insert(who, session, customer, reason, null, now, now.plus(settings.lookLife()));
                record(member, "helpdesk.looked", customer, details(member, reason));
            });
        }
        return counted;
    }

    /** A case opens like a page, with the reason CASE; while that look is fresh the case stays open. */
    LookOutcome lookAtCase(StaffMember member, DeskSession session, FraudCase about) {
        return lookAt(member, session, about.id(), about.customer(), about.card(), Map.of());
    }

    /** A proposal about a customer opens like a case; the row in the trail says which proposal. */
    LookOutcome lookAtProposal(StaffMember member, DeskSession session, Approval about, CustomerId customer) {
        long id = about.id().value();
        return lookAt(member, session, id, customer, about.proposal().card(), Map.of("approval", Long.toString(id)));
    }

    private LookOutcome lookAt(
            StaffMember member,
            DeskSession session,
            long about,
            CustomerId customer,
            @Nullable CardId card,
            Map<String, String> more) {
        if (looks.isFresh(member.id(), session, about, clock.instant())) {
            return new LookOutcome.Open();
        }
        LookOutcome counted = pace.take(member);
        if (counted instanceof LookOutcome.Open) {
            DeskReason reason = new DeskReason(DeskReason.Kind.CASE);
            Map<String, String> details = details(member, reason);
            details.putAll(more);
            transaction.executeWithoutResult(status -> {
                Instant now = clock.instant();
                looks.insert(member.id(), session, customer, reason, about, now, now.plus(settings.lookLife()));
                audit.record(
                        new AuditEvent(new Actor.Staff(member.userName()), "helpdesk.looked", customer, card, details));
            });
        }
        return counted;
    }

    /**
     * The reason that was given for this customer in this sign-in, while it holds; empty: it must be given (again).
     *
     * @throws NotPermittedException the member may not look at this customer; there is a row in the trail
     */
    public Optional<DeskReason> openedFor(StaffId who, DeskSession session, CustomerId customer) {
        permissions.require(who, Permission.CUSTOMER_VIEW, customer);
        return looks.fresh(who, session, customer, clock.instant());
    }

    /**
     * Everything about a customer; empty while no reason was given, see {@link #openedFor}.
     *
     * @throws NotPermittedException the member may not look at this customer; there is a row in the trail
     */
    @Transactional(propagation = Propagation.NEVER)
    public Optional<CustomerFile> file(StaffId who, DeskSession session, CustomerId customer) {
        return openedFor(who, session, customer).map(reason -> files.of(customer));
    }

    private Hit hit(CustomerId id) {
        Customer customer = customers.byId(id).orElseThrow();
        return new Hit(
                id,
                Masked.name(customer.name().fa()),
                Masked.name(customer.name().en()),
                customer.nationalId().masked(),
                customer.mobile().masked(),
                customer.branch(),
                customer.signedUp());
    }

    private static Map<String, String> details(StaffMember member, DeskReason reason) {
        Map<String, String> details = new HashMap<>(reason.details());
        BranchCode branch = member.branch();
        details.put("branch", branch == null ? "0" : branch.digits());
        details.put("role", member.role().name());
        return details;
    }

    private void record(StaffMember member, String kind, @Nullable CustomerId customer, Map<String, String> details) {
        audit.record(new AuditEvent(new Actor.Staff(member.userName()), kind, customer, null, details));
    }
}
