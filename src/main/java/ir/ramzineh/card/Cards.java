package ir.ramzineh.card;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.PasswordKind;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * A customer's cards and the switchboard of each. Every method checks the owner itself; somebody else's card is a
 * {@link CardNotFoundException} and a row in the audit trail.
 */
@Service
public class Cards {
    /** The customer's cards, fetched from the bank's system; the last known ones while that is away. */
    public List<CardOverview> of(CustomerId customer) {
        throw new UnsupportedOperationException();
    }

    /**
     * For a card of this customer.
     *
     * @throws CardNotFoundException no such card, or not this customer's
     */
    public CardOverview one(CustomerId customer, CardId card) {
        throw new UnsupportedOperationException();
    }

    /**
     * For a card of this customer.
     *
     * @throws CardNotFoundException no such card, or not this customer's
     */
    public CardSettings settings(CustomerId customer, CardId card, PasswordKind kind) {
        throw new UnsupportedOperationException();
    }

    /**
     * What will be true after {@code change}, to be read before it is confirmed. Nothing is changed.
     *
     * @throws ir.ramzineh.kernel.InvalidValueException the change is not possible: out of bounds, or not in this state
     */
    public List<Consequence> preview(CustomerId customer, CardId card, PasswordKind kind, SettingsChange change) {
        throw new UnsupportedOperationException();
    }

    /**
     * Changes one thing, with an audit row and a text message to the customer, in one transaction.
     *
     * @throws ir.ramzineh.kernel.InvalidValueException the change is not possible: out of bounds, or not in this state
     */
    public CardSettings change(CustomerId customer, CardId card, PasswordKind kind, SettingsChange change) {
        throw new UnsupportedOperationException();
    }
}
