package ir.ramzineh.meter;

import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.Cards;
import ir.ramzineh.card.PasswordState;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.fraudcase.FraudCases;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.issuer.PasswordProfile;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** What could be done for a customer at the counter, all in this one visit, in the order in which it is done. */
@Service
public class OneVisit {
    private final Permissions permissions;
    private final Customers customers;
    private final Cards cards;
    private final Issuers issuers;
    private final FraudCases cases;

    OneVisit(Permissions permissions, Customers customers, Cards cards, Issuers issuers, FraudCases cases) {
        this.permissions = permissions;
        this.customers = customers;
        this.cards = cards;
        this.issuers = issuers;
        this.cases = cases;
    }

    /**
     * The list; empty where all is done.
     *
     * @throws ir.ramzineh.staff.NotPermittedException the member may not look at this customer
     */
    public List<VisitStep> of(StaffId who, CustomerId customer) {
        permissions.require(who, Permission.CUSTOMER_VIEW, customer);
        List<VisitStep> steps = new ArrayList<>();
        Customer person = customers.byId(customer).orElseThrow();
        Set<CardId> inCase = cases.oldestOpen(customer).keySet();
        for (CardOverview card : cards.of(customer)) {
            about(card, inCase.contains(card.id()), steps);
        }
        if (!person.signedUp()) {
            steps.addFirst(VisitStep.of("sign-up"));
        }
        if (!steps.isEmpty()) {
            steps.addFirst(VisitStep.of("number", person.mobile().masked()));
        }
        return steps;
    }

    private void about(CardOverview card, boolean inCase, List<VisitStep> steps) {
        if (inCase) {
            steps.add(VisitStep.of("case", card.lastFour()));
        }
        if (card.gift() || !card.active()) {
            return;
        }
        if (card.expired()) {
            steps.add(VisitStep.of("renew", card.lastFour()));
            return;
        }
        if (card.second().frozen() && !inCase) {
            steps.add(VisitStep.of("frozen", card.lastFour()));
        }
        switch (card.second().state()) {
            case LOCKED -> steps.add(VisitStep.of("unlock", card.lastFour()));
            case STATIC -> activate(card, PasswordKind.SECOND, steps);
            case DYNAMIC -> {
                if (card.first().state() == PasswordState.STATIC) {
                    activate(card, PasswordKind.FIRST, steps);
                }
            }
        }
    }

    private void activate(CardOverview card, PasswordKind kind, List<VisitStep> steps) {
        PasswordProfile profile = issuers.byKey(card.issuerKey()).orElseThrow().password(kind);
        String name = kind == PasswordKind.FIRST ? "first" : "second";
        if (profile.ways().stream().anyMatch(ActivationWay::inPortal)) {
            steps.add(VisitStep.of("portal-" + name, card.lastFour()));
        } else if (profile.ways().stream().anyMatch(ActivationWay::atAtm)) {
            steps.add(VisitStep.of("atm-" + name, card.lastFour()));
        }
    }
}
