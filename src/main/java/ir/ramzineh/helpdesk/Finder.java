package ir.ramzineh.helpdesk;

import ir.ramzineh.card.CardDirectory;
import ir.ramzineh.card.FoundCard;
import ir.ramzineh.corebank.CoreBank;
import ir.ramzineh.corebank.CoreBankUnavailableException;
import ir.ramzineh.credential.Credentials;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.gatewaytoken.GatewayTokens;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.token.Activations;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whom a value means, by exact match alone. The bank is asked first, for its customers who never signed up call too;
 * while it is away, what it said last stands.
 */
@Component
class Finder {
    private static final Logger LOG = LoggerFactory.getLogger(Finder.class);

    private final CoreBank bank;
    private final Customers customers;
    private final Credentials credentials;
    private final CardDirectory cards;
    private final Activations activations;
    private final GatewayTokens gatewayTokens;

    Finder(
            CoreBank bank,
            Customers customers,
            Credentials credentials,
            CardDirectory cards,
            Activations activations,
            GatewayTokens gatewayTokens) {
        this.bank = bank;
        this.customers = customers;
        this.credentials = credentials;
        this.cards = cards;
        this.activations = activations;
        this.gatewayTokens = gatewayTokens;
    }

    List<CustomerId> find(StaffId who, FindKey key) {
        return switch (key) {
            case FindKey.ByNationalId(NationalId id) -> person(id).stream().toList();
            case FindKey.ByMobile(MobileNumber mobile) -> people(mobile);
            case FindKey.ByCard(var number) ->
                cards.find(number).map(FoundCard::customer).stream().toList();
            case FindKey.ByUserName(var name) ->
                credentials.byUserName(name).stream().toList();
            case FindKey.BySerial(String serial) ->
                bySerial(who, serial).stream().toList();
        };
    }

    /** A receipt of an ATM, or a token of the branch. */
    private Optional<CustomerId> bySerial(StaffId who, String serial) {
        return activations.ownerOfSerial(serial).or(() -> gatewayTokens.ownerOf(who, serial));
    }

    private Optional<CustomerId> person(NationalId id) {
        try {
            Optional<CustomerId> known = bank.customer(id).map(customers::known);
            return known.isPresent() ? known : customers.person(id).map(Customer::id);
        } catch (CoreBankUnavailableException away) {
            LOG.warn("The bank's system does not answer; a customer is looked up as last known");
            return customers.person(id).map(Customer::id);
        }
    }

    private List<CustomerId> people(MobileNumber mobile) {
        try {
            bank.customersByMobile(mobile).forEach(customers::known);
        } catch (CoreBankUnavailableException away) {
            LOG.warn("The bank's system does not answer; a number is looked up as last known");
        }
        return customers.byMobile(mobile).stream().map(Customer::id).toList();
    }
}
