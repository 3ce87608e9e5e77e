package ir.ramzineh.gatewaytoken;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.staff.DeskReason;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffMember;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a branch does with tokens (S10.18, S10.25). Every method asks for its own permission; a token of a customer whom the
 * member may not serve does not exist.
 */
@Service
public class GatewayTokens {
    private final GatewayRows rows;
    private final GatewayIssue issue;
    private final GatewayEnds ends;
    private final GatewayViews views;
    private final GatewayKeys keys;
    private final GatewayHistory history;
    private final Permissions permissions;
    private final Customers customers;
    private final TransactionTemplate transaction;

    GatewayTokens(
            GatewayRows rows,
            GatewayIssue issue,
            GatewayEnds ends,
            GatewayViews views,
            GatewayKeys keys,
            GatewayHistory history,
            Permissions permissions,
            Customers customers,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.issue = issue;
        this.ends = ends;
        this.views = views;
        this.keys = keys;
        this.history = history;
        this.permissions = permissions;
        this.customers = customers;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Gives a token to a customer and sends its activation code (S10.5). The number is asked of the bank first.
     *
     * @param serial as read from the paper of the branch's stock; {@code null}: a new one is drawn at the counter
     * @throws NotPermittedException not this member, not this customer
     */
    @Transactional(propagation = Propagation.NEVER)
    public IssueOutcome issue(StaffId who, CustomerId customer, @Nullable String serial) {
        permissions.require(who, Permission.GATEWAY_TOKEN_ISSUE, customer);
        customers.askForNumber(customer);
        return transaction.execute(status -> {
            StaffMember member = permissions.require(who, Permission.GATEWAY_TOKEN_ISSUE, customer);
            BranchCode branch = member.branch();
            IssueOutcome outcome = branch == null
                    ? new IssueOutcome.Refused("gateway.error.no-branch")
                    : issue.issue(member, branch, customer, serial);
            if (!(outcome instanceof IssueOutcome.Issued)) {
                status.setRollbackOnly();
            }
            return outcome;
        });
    }

    /**
     * Sends a new activation code in the place of the one before, which counts no more.
     *
     * @throws NotPermittedException not this member, not this customer
     */
    @Transactional(propagation = Propagation.NEVER)
    public IssueOutcome resend(StaffId who, GatewayTokenId token) {
        Optional<GatewayRow> seen = rows.byId(token.value());
        CustomerId customer = seen.map(GatewayRow::customer).orElse(null);
        if (customer == null) {
            permissions.require(who, Permission.CODE_RESEND);
            return new IssueOutcome.Refused("gateway.error.gone");
        }
        permissions.require(who, Permission.CODE_RESEND, customer);
        customers.askForNumber(customer);
        return transaction.execute(status -> {
            StaffMember member = permissions.require(who, Permission.CODE_RESEND, customer);
            IssueOutcome outcome = issue.renew(
                    new Actor.Staff(member.userName()), rows.byId(token.value()).orElseThrow(), customer);
            if (!(outcome instanceof IssueOutcome.Issued)) {
                status.setRollbackOnly();
            }
            return outcome;
        });
    }

    /**
     * Takes codes away from a sign-in or an account password: an SMS code is the second factor again. Nobody has to approve
     * that less counts; the customer is told.
     *
     * @return whether one of them was linked until now
     * @throws NotPermittedException not this member, not this customer
     */
    @Transactional
    public boolean unlink(StaffId who, GatewayTokenId token, Set<LinkScope> scopes, DeskReason reason) {
        return withOwner(who, Permission.GATEWAY_TOKEN_UNLINK, token, GatewayTokenState.ACTIVE)
                .filter(found -> ends.unlink(found.actor(), found.row(), found.customer(), scopes, reason))
                .isPresent();
    }

    /**
     * Ends a token, issued or active, and all its links; the customer is told.
     *
     * @return whether it lived until now
     * @throws NotPermittedException not this member, not this customer
     */
    @Transactional
    public boolean revoke(StaffId who, GatewayTokenId token, DeskReason reason) {
        return withOwner(who, Permission.TOKEN_REVOKE, token, null)
                .filter(found -> found.row().state() != GatewayTokenState.DEAD)
                .filter(found -> ends.end(found.actor(), found.row(), found.customer(), "revoked", reason))
                .isPresent();
    }

    /**
     * The tokens of a customer, the newest first, dead ones included.
     *
     * @throws NotPermittedException not this member, not this customer
     */
    public List<GatewayToken> of(StaffId who, CustomerId customer) {
        permissions.require(who, Permission.CUSTOMER_VIEW, customer);
        return rows.of(customer).stream().map(views::of).toList();
    }

    /**
     * What happened to a token, newest first.
     *
     * @throws NotPermittedException not this member, not this customer
     */
    public List<TokenEvent> history(StaffId who, GatewayTokenId token) {
        Optional<GatewayRow> row = rows.byId(token.value());
        CustomerId customer = row.map(GatewayRow::customer).orElse(null);
        if (customer == null) {
            permissions.require(who, Permission.GATEWAY_TOKEN_STOCK);
            row.ifPresent(
                    found -> permissions.require(who, Permission.GATEWAY_TOKEN_STOCK, new BranchCode(found.branch())));
        } else {
            permissions.require(who, Permission.CUSTOMER_VIEW, customer);
        }
        return history.of(token.value());
    }

    /**
     * Whose token has this serial number: exact match, for finding a customer. The look itself is recorded by who asks.
     *
     * @throws NotPermittedException this member finds nobody, or not this customer; there is a row in the trail
     */
    public Optional<CustomerId> ownerOf(StaffId who, String serial) {
        permissions.require(who, Permission.CUSTOMER_FIND);
        Optional<CustomerId> owner = Serials.read(serial)
                .flatMap(text -> rows.bySerial(keys.serialHashes(text)))
                .map(GatewayRow::customer);
        owner.ifPresent(customer -> permissions.require(who, Permission.CUSTOMER_FIND, customer));
        return owner;
    }

    /** A token of a customer whom a member may serve. */
    record Owned(Actor actor, GatewayRow row, CustomerId customer) {}

    /** Links and the token's row change only while this row is held, so that of two deeds at once each sees the other. */
    private Optional<Owned> withOwner(
            StaffId who, Permission what, GatewayTokenId token, @Nullable GatewayTokenState state) {
        Optional<GatewayRow> row = rows.byId(token.value());
        CustomerId customer = row.map(GatewayRow::customer).orElse(null);
        if (customer == null) {
            permissions.require(who, what);
            return Optional.empty();
        }
        StaffMember member = permissions.require(who, what, customer);
        return row.filter(found -> state == null || found.state() == state)
                .map(found -> new Owned(new Actor.Staff(member.userName()), found, customer));
    }
}
