package ir.ramzineh.card;

import ir.ramzineh.corebank.BankCard;
import ir.ramzineh.corebank.BankCustomer;
import ir.ramzineh.corebank.CoreBank;
import ir.ramzineh.corebank.CoreBankUnavailableException;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.MobileNumber;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cards and their owners for the channels that serve people without a sign-up: ATM, payment page, text messages (S3, S4,
 * S7, S9, S11.7, S13, S14). The bank is asked each time, so no caller holds a transaction; while the bank is away, what
 * it said last stands. Who asks must not let the answer, or the time it takes, reach a stranger.
 */
@Service
public class CardDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(CardDirectory.class);

    private final CoreBank bank;
    private final Issuers issuers;
    private final Customers customers;
    private final CardTable cards;
    private final CardMirror mirror;
    private final CardViews views;
    private final Clock clock;

    CardDirectory(
            CoreBank bank,
            Issuers issuers,
            Customers customers,
            CardTable cards,
            CardMirror mirror,
            CardViews views,
            Clock clock) {
        this.bank = bank;
        this.issuers = issuers;
        this.customers = customers;
        this.cards = cards;
        this.mirror = mirror;
        this.views = views;
        this.clock = clock;
    }

    /** Empty for cards of banks without a profile, and for those that no bank knows. */
    @Transactional(propagation = Propagation.NEVER)
    public Optional<FoundCard> find(CardNumber number) {
        Optional<IssuerProfile> issuer = issuers.of(number);
        if (issuer.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<BankCard> card = bank.card(number);
            Optional<BankCustomer> owner = card.flatMap(found -> bank.customer(found.owner()));
            return owner.map(person -> {
                CustomerId customer = customers.known(person);
                return found(customer, mirror.take(customer, card.orElseThrow(), issuer.get()));
            });
        } catch (CoreBankUnavailableException away) {
            LOG.warn("The bank's system does not answer; a card is taken as last known");
            return cards.byNumber(number)
                    .flatMap(card -> cards.customerOf(card).map(customer -> found(customer, card)));
        }
    }

    /** The cards of everybody whose registered number this is; empty for strangers. */
    @Transactional(propagation = Propagation.NEVER)
    public List<FoundCard> ofMobile(MobileNumber mobile) {
        List<CustomerId> people = people(mobile);
        List<FoundCard> found = new ArrayList<>();
        for (CustomerId person : people) {
            mirror.refresh(customers.byId(person).orElseThrow());
            cards.of(person).forEach(card -> found.add(found(person, card.id())));
        }
        return found;
    }

    private List<CustomerId> people(MobileNumber mobile) {
        try {
            return bank.customersByMobile(mobile).stream().map(customers::known).toList();
        } catch (CoreBankUnavailableException away) {
            LOG.warn("The bank's system does not answer; a number is looked up as last known");
            return customers.byMobile(mobile).stream().map(Customer::id).toList();
        }
    }

    private FoundCard found(CustomerId id, CardId card) {
        Customer customer = customers.byId(id).orElseThrow();
        CardRow row = cards.byId(card).orElseThrow();
        return new FoundCard(
                id,
                card,
                row.number(),
                row.issuerKey(),
                row.product(),
                row.expiry(),
                row.active() && !views.isExpired(row),
                customer.mobile(),
                customer.locale(),
                customer.codesWait(clock.instant()).isPresent());
    }
}
