package ir.ramzineh.token;

import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.PasswordKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/**
 * Activation seen from the portal (S1.12 to S1.14, S8, S12): begin, show once, prove. Every call names the customer;
 * what belongs to somebody else does not exist.
 */
@Service
public class Activations {
    /**
     * The ways the card's issuer offers for this password, in the order to show them; empty where activation is
     * refused.
     *
     * @throws ir.ramzineh.card.CardNotFoundException no such card, or not this customer's
     */
    public List<ActivationWay> ways(CustomerId customer, CardId card, PasswordKind kind) {
        throw new UnsupportedOperationException();
    }

    /**
     * Begins an activation; an earlier unfinished one of the same card and password ends. With
     * {@link ActivationWay#SCREEN_AND_SMS} the message leaves at once.
     *
     * @throws ir.ramzineh.card.CardNotFoundException no such card, or not this customer's
     */
    public StartOutcome start(CustomerId customer, CardId card, PasswordKind kind, ActivationWay way) {
        throw new UnsupportedOperationException();
    }

    /** The activation as it stands now; empty when it is not this customer's. */
    public Optional<Activation> find(CustomerId customer, ActivationId id) {
        throw new UnsupportedOperationException();
    }

    /**
     * Takes the QR to the screen: succeeds once, inside its visible life, and forgets the content (security case 14).
     * A second call, from any tab, session or node, gets nothing.
     */
    public Optional<QrHandover> takeQr(CustomerId customer, ActivationId id) {
        throw new UnsupportedOperationException();
    }

    /** Sends the SMS part, or the code of a scanned QR, once more. */
    public ResendOutcome resend(CustomerId customer, ActivationId id) {
        throw new UnsupportedOperationException();
    }

    /**
     * Proves a first code. In one transaction: the token becomes active, older tokens of that password die, the
     * password becomes dynamic, audit and message are written. The proving code itself is spent: it pays for nothing.
     *
     * @param code as typed, in any digits
     */
    public ProofOutcome prove(CustomerId customer, ActivationId id, String code) {
        throw new UnsupportedOperationException();
    }

    /** Gives the activation up; its key dies with it. Does nothing when it is over. */
    public void cancel(CustomerId customer, ActivationId id) {
        throw new UnsupportedOperationException();
    }

    /**
     * Tells of every change of state until closed, until the state is over or until the activation's life has ended;
     * within about a second also of changes made on another node. Called from a background thread. The present state
     * is told first.
     */
    public Subscription onChange(CustomerId customer, ActivationId id, Consumer<ActivationState> listener) {
        throw new UnsupportedOperationException();
    }
}
