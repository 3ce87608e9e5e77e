package ir.ramzineh.gatewaytoken;

import ir.ramzineh.approval.Afterward;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.approval.Proposal;
import ir.ramzineh.corebank.Account;
import ir.ramzineh.corebank.CoreBank;
import ir.ramzineh.corebank.CoreBankUnavailableException;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Proposes to link a token to the customer's sign-in, account password or both (S10.4, S10.25); a second member approves. */
@Service
public class GatewayLinking {
    private final GatewayRows rows;
    private final GatewayLinks links;
    private final GatewayViews views;
    private final GatewayMessages messages;
    private final Permissions permissions;
    private final Approvals approvals;
    private final CoreBank bank;
    private final GatewaySettings settings;

    GatewayLinking(
            GatewayRows rows,
            GatewayLinks links,
            GatewayViews views,
            GatewayMessages messages,
            Permissions permissions,
            Approvals approvals,
            CoreBank bank,
            GatewaySettings settings) {
        this.rows = rows;
        this.links = links;
        this.views = views;
        this.messages = messages;
        this.permissions = permissions;
        this.approvals = approvals;
        this.bank = bank;
        this.settings = settings;
    }

    /**
     * Puts it before a second member of staff. The accounts are those that the customer has now.
     *
     * @throws ir.ramzineh.staff.NotPermittedException not this member, not this customer
     */
    @Transactional(propagation = Propagation.NEVER)
    public LinkOutcome propose(StaffId who, GatewayTokenId token, Set<LinkScope> scopes) {
        Optional<GatewayRow> row = rows.byId(token.value());
        CustomerId customer = row.map(GatewayRow::customer).orElse(null);
        if (customer == null) {
            permissions.require(who, Permission.GATEWAY_TOKEN_LINK);
            return new LinkOutcome.Refused("gateway.error.gone");
        }
        permissions.require(who, Permission.GATEWAY_TOKEN_LINK, customer);
        Customer person = messages.customer(customer);
        Optional<String> refusal = refusal(row.orElseThrow(), person, scopes);
        if (refusal.isPresent()) {
            return new LinkOutcome.Refused(refusal.get());
        }
        List<Account> accounts = List.of();
        if (scopes.contains(LinkScope.ACCOUNT)) {
            try {
                accounts = bank.accounts(person.nationalId());
            } catch (CoreBankUnavailableException away) {
                return new LinkOutcome.Refused("gateway.error.bank-away");
            }
            if (accounts.isEmpty()) {
                return new LinkOutcome.Refused("gateway.error.no-account");
            }
        }
        try {
            return new LinkOutcome.Proposed(
                    approvals.propose(who, proposal(row.orElseThrow(), customer, new TreeSet<>(scopes), accounts)));
        } catch (InvalidValueException waiting) {
            return new LinkOutcome.Refused(waiting.key());
        }
    }

    private Optional<String> refusal(GatewayRow row, Customer person, Set<LinkScope> scopes) {
        if (row.state() != GatewayTokenState.ACTIVE) {
            return Optional.of("gateway.error.not-active");
        }
        if (scopes.isEmpty()) {
            return Optional.of("gateway.error.no-scope");
        }
        if (scopes.contains(LinkScope.SIGN_IN) && !person.signedUp()) {
            return Optional.of("gateway.error.not-signed-up");
        }
        boolean taken =
                scopes.stream().anyMatch(scope -> links.of(person.id(), scope).isPresent());
        if (taken) {
            return Optional.of("gateway.error.linked-already");
        }
        // Else a lock would end by taking the link away and making it again.
        boolean over = scopes.stream().anyMatch(scope -> !links.roundLeft(row.id(), scope, settings.wrongCodesMax()));
        return over ? Optional.of("gateway.error.issue-anew") : Optional.empty();
    }

    private Proposal proposal(GatewayRow row, CustomerId customer, Set<LinkScope> scopes, List<Account> accounts) {
        String numbers = accounts.stream()
                .map(account -> account.bank() + ":" + account.number().digits())
                .collect(Collectors.joining(","));
        String masked =
                accounts.stream().map(account -> account.number().masked()).collect(Collectors.joining(" "));
        Map<String, String> serial = Map.of("serial", "•••• " + views.lastFour(row));
        Map<String, String> facts =
                accounts.isEmpty() ? serial : Map.of("serial", serial.get("serial"), "accounts", masked);
        return new Proposal(
                GatewayLinkDeed.KIND,
                customer,
                null,
                facts,
                Map.of(
                        "token",
                        Long.toString(row.id()),
                        "scopes",
                        scopes.stream().map(LinkScope::name).collect(Collectors.joining(",")),
                        "accounts",
                        numbers),
                scopes.stream()
                        .map(scope -> Afterward.of("gateway.afterwards." + scope.key()))
                        .toList());
    }
}
