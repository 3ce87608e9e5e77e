package ir.ramzineh.token;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.Cards;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.PasswordProfile;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.Digits;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    private final Cards cards;
    private final ActivationGate gate;
    private final ActivationTable table;
    private final ActivationSteps steps;
    private final Proofs proofs;
    private final NewPhones newPhones;
    private final ActivationChanges changes;
    private final TokenSettings settings;
    private final Vault vault;
    private final Clock clock;

    Activations(
            Cards cards,
            ActivationGate gate,
            ActivationTable table,
            ActivationSteps steps,
            Proofs proofs,
            NewPhones newPhones,
            ActivationChanges changes,
            TokenSettings settings,
            Vault vault,
            Clock clock) {
        this.cards = cards;
        this.gate = gate;
        this.table = table;
        this.steps = steps;
        this.proofs = proofs;
        this.newPhones = newPhones;
        this.changes = changes;
        this.settings = settings;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * The ways the card's issuer offers for this password, in the order to show them; empty where activation is
     * refused.
     *
     * @throws ir.ramzineh.card.CardNotFoundException no such card, or not this customer's
     */
    public List<ActivationWay> ways(CustomerId customer, CardId card, PasswordKind kind) {
        CardOverview overview = cards.one(customer, card);
        if (gate.refusal(overview, kind).isPresent()) {
            return List.of();
        }
        return gate.issuer(overview).password(kind).ways().stream().sorted().toList();
    }

    /**
     * Begins an activation; an earlier unfinished one of the same card and password ends. With
     * {@link ActivationWay#SCREEN_AND_SMS} the message leaves at once.
     *
     * @throws ir.ramzineh.card.CardNotFoundException no such card, or not this customer's
     */
    public StartOutcome start(CustomerId customer, CardId card, PasswordKind kind, ActivationWay way) {
        CardOverview overview = cards.one(customer, card);
        IssuerProfile issuer = gate.issuer(overview);
        Optional<String> refusal = gate.refusal(overview, kind);
        if (refusal.isPresent()) {
            return new StartOutcome.Refused(refusal.get());
        }
        PasswordProfile password = issuer.password(kind);
        if (!password.ways().contains(way)) {
            return new StartOutcome.Refused("error.activation.way");
        }
        Optional<Instant> later =
                newPhones.waitUntil(customer, card, kind, issuer.activation().newPhoneWait());
        if (later.isPresent()) {
            return new StartOutcome.Later(later.get());
        }
        Instant now = clock.instant();
        if (table.startedSince(customer, now.minus(Duration.ofHours(1))) >= settings.startsPerHourMax()) {
            return new StartOutcome.Wait(Duration.ofHours(1));
        }
        return steps.start(customer, overview, issuer, kind, way);
    }

    /** The activation as it stands now; empty when it is not this customer's, which the trail keeps (security case 13). */
    public Optional<Activation> find(CustomerId customer, ActivationId id) {
        Optional<Activation> found = table.find(customer, id).flatMap(steps::view);
        if (found.isEmpty() && table.exists(id)) {
            steps.foreign(customer);
        }
        return found;
    }

    /** The activation of a password that is under way; empty where there is none, or it is not this customer's. */
    public Optional<Activation> underWay(CustomerId customer, CardId card, PasswordKind kind) {
        return table.live(card, kind)
                .filter(row -> row.customer().equals(customer))
                .flatMap(steps::view)
                .filter(activation -> !activation.state().isOver());
    }

    /**
     * Whose receipt carries this serial number (S9.4): while the activation is under way, nobody's afterwards.
     *
     * @param serial as typed, in any digits
     */
    public Optional<CustomerId> ownerOfSerial(String serial) {
        String typed = Digits.typed(serial);
        return typed.isEmpty()
                ? Optional.empty()
                : table.bySerial(vault.lookupHashes(AtmActivations.SERIAL, typed))
                        .map(ActivationTable.Row::customer);
    }

    /**
     * Takes the QR to the screen: succeeds once, inside its visible life, and forgets the content (security case 14).
     * A second call, from any tab, session or node, gets nothing.
     */
    public Optional<QrHandover> takeQr(CustomerId customer, ActivationId id) {
        return table.find(customer, id).flatMap(gate::pass).flatMap(steps::takeQr);
    }

    /** Sends the SMS part, or the code of a scanned QR, once more. */
    public ResendOutcome resend(CustomerId customer, ActivationId id) {
        return table.find(customer, id).flatMap(gate::pass).map(steps::resend).orElseGet(ResendOutcome.Nothing::new);
    }

    /**
     * Proves a first code. In one transaction: the token becomes active, older tokens of that password die, the
     * password becomes dynamic, audit and message are written. The proving code itself is spent: it pays for nothing.
     *
     * @param code as typed, in any digits
     */
    public ProofOutcome prove(CustomerId customer, ActivationId id, String code) {
        return table.find(customer, id)
                .flatMap(gate::pass)
                .map(row -> proofs.prove(row, code, new Actor.Customer(customer)))
                .orElseGet(() -> new ProofOutcome.Over(ActivationState.CANCELLED));
    }

    /** Gives the activation up; its key dies with it. Does nothing when it is over. */
    public void cancel(CustomerId customer, ActivationId id) {
        table.find(customer, id).ifPresent(row -> steps.end(row, ActivationState.CANCELLED));
    }

    /**
     * Tells of every change of state until closed, until the state is over or until the activation's life has ended;
     * within about a second also of changes made on another node. Called from a background thread. The present state
     * is told first.
     */
    public Subscription onChange(CustomerId customer, ActivationId id, Consumer<ActivationState> listener) {
        return table.find(customer, id)
                .map(row -> changes.listen(id, row.expiresAt(), listener))
                .orElseGet(() -> () -> {});
    }
}
