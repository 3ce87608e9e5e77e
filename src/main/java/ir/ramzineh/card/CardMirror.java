package ir.ramzineh.card;

import ir.ramzineh.corebank.BankCard;
import ir.ramzineh.corebank.CoreBank;
import ir.ramzineh.corebank.CoreBankUnavailableException;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.PasswordKind;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the portal's copy of a customer's cards in step with the bank's system. The bank is asked outside any
 * transaction; when it does not answer, the copy stands.
 */
@Component
class CardMirror {
    private static final Logger LOG = LoggerFactory.getLogger(CardMirror.class);

    private final CoreBank bank;
    private final Issuers issuers;
    private final CardTable cards;
    private final PasswordTable passwords;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final IdSource ids;
    private final Clock clock;

    CardMirror(
            CoreBank bank,
            Issuers issuers,
            CardTable cards,
            PasswordTable passwords,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            IdSource ids,
            Clock clock) {
        this.bank = bank;
        this.issuers = issuers;
        this.cards = cards;
        this.passwords = passwords;
        this.events = events;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    void refresh(Customer customer) {
        List<BankCard> atTheBank;
        try {
            atTheBank = bank.cards(customer.nationalId());
        } catch (CoreBankUnavailableException away) {
            LOG.warn("The bank's system does not answer; cards are shown as last known");
            return;
        }
        Map<CardNumber, CardRow> known = new HashMap<>();
        cards.of(customer.id()).forEach(card -> known.put(card.number(), card));
        for (BankCard card : atTheBank) {
            CardRow before = known.remove(card.number());
            if (before == null) {
                add(customer, card);
            } else {
                keep(before, facts(before.id(), before.issuerKey(), card));
            }
        }
        for (CardRow gone : known.values()) {
            keep(gone, withdrawn(gone));
        }
    }

    private void add(Customer customer, BankCard card) {
        Optional<IssuerProfile> issuer = issuers.of(card.number());
        if (issuer.isEmpty()) {
            LOG.warn("A card of a bank without a profile is not shown");
            return;
        }
        take(customer.id(), card, issuer.get());
    }

    /** Puts one card of a customer down as the bank has it just now; a card that is as it was costs no write. */
    CardId take(CustomerId customer, BankCard card, IssuerProfile issuer) {
        Optional<CardRow> before = cards.byNumber(card.number()).flatMap(id -> cards.one(customer, id));
        if (before.isPresent()) {
            CardRow row = before.get();
            keep(row, facts(row.id(), row.issuerKey(), card));
            return row.id();
        }
        try {
            return Objects.requireNonNull(transaction.execute(status -> insertOrAssign(customer, card, issuer)));
        } catch (DuplicateKeyException addedMeanwhile) {
            return Objects.requireNonNull(transaction.execute(status -> insertOrAssign(customer, card, issuer)));
        }
    }

    private CardId insertOrAssign(CustomerId customer, BankCard card, IssuerProfile issuer) {
        Optional<CardId> known = cards.byNumber(card.number());
        if (known.isEmpty()) {
            CardRow row = facts(new CardId(ids.next()), issuer.key(), card);
            cards.insert(row, card.owner(), customer, clock.instant());
            return row.id();
        }
        cards.update(facts(known.get(), issuer.key(), card));
        CardTable.Ownership ownership = cards.assign(known.get(), card.owner(), customer, clock.instant());
        if (ownership == CardTable.Ownership.OTHER_PERSON) {
            forgetTheFormerOwner(known.get());
        }
        return known.get();
    }

    /** A number that went to another person starts from nothing; the tokens of the former owner die. */
    private void forgetTheFormerOwner(CardId card) {
        for (PasswordKind kind : PasswordKind.values()) {
            passwords.beginAgain(card, kind, clock.instant());
            events.publishEvent(new SwitchedToStatic(card, kind));
        }
    }

    private void keep(CardRow before, CardRow after) {
        if (!before.sameFacts(after)) {
            cards.update(after);
        }
    }

    private CardRow facts(CardId id, String issuerKey, BankCard card) {
        return new CardRow(
                id,
                card.number(),
                issuerKey,
                card.product(),
                card.holderName(),
                card.expiry(),
                card.active(),
                issuers.binOf(card.number()).orElse(null));
    }

    /** The bank lists it no longer: kept for its history, good for nothing. */
    private static CardRow withdrawn(CardRow card) {
        return new CardRow(
                card.id(),
                card.number(),
                card.issuerKey(),
                card.product(),
                card.holder(),
                card.expiry(),
                false,
                card.bin());
    }
}
