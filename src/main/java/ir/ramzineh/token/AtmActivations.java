package ir.ramzineh.token;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.Cards;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.issuer.AtmProfile;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.PinRule;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.otp.TypedPart;
import ir.ramzineh.vault.Field;
import ir.ramzineh.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Activation as an ATM sees it (S3.5, S4.5, S7.3 to S7.5, S9.4, S14.6): the card and its first password were checked by
 * the switch, the owner may never have signed up. Every method joins the caller's transaction, which stores its answer.
 */
@Service
public class AtmActivations {
    static final Field SERIAL = new Field("activation", "serial_hash");

    private final Cards cards;
    private final ActivationGate gate;
    private final ActivationTable activations;
    private final TokenTable tokens;
    private final PinTable pins;
    private final SealedKeys keys;
    private final AtmBirths births;
    private final ActivationSteps steps;
    private final Proofs proofs;
    private final ActivationMessages messages;
    private final AuditTrail audit;
    private final Vault vault;
    private final TokenSettings settings;
    private final IdSource ids;
    private final Clock clock;

    AtmActivations(
            Cards cards,
            ActivationGate gate,
            ActivationTable activations,
            TokenTable tokens,
            PinTable pins,
            SealedKeys keys,
            AtmBirths births,
            ActivationSteps steps,
            Proofs proofs,
            ActivationMessages messages,
            AuditTrail audit,
            Vault vault,
            TokenSettings settings,
            IdSource ids,
            Clock clock) {
        this.cards = cards;
        this.gate = gate;
        this.activations = activations;
        this.tokens = tokens;
        this.pins = pins;
        this.keys = keys;
        this.births = births;
        this.steps = steps;
        this.proofs = proofs;
        this.messages = messages;
        this.audit = audit;
        this.vault = vault;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Why this password of the card gets no codes: the key of a text, empty where nothing speaks against it. */
    public Optional<String> refusal(CustomerId customer, CardId card, PasswordKind kind) {
        return gate.refusal(cards.one(customer, card), kind);
    }

    public boolean hasPin(CardId card) {
        return pins.exists(card);
    }

    /**
     * Begins an activation and sends the SMS that belongs to it. Where the bank has a personal PIN, the key is bound to
     * it.
     *
     * @throws ir.ramzineh.card.CardNotFoundException no such card, or not this customer's
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public AtmStart start(CustomerId customer, CardId id, PasswordKind kind, ActivationWay way, Actor atm) {
        CardOverview card = cards.one(customer, id);
        IssuerProfile issuer = gate.issuer(card);
        Optional<String> refusal = gate.refusal(card, kind);
        Optional<AtmProfile> profile = issuer.atm();
        if (refusal.isPresent() || profile.isEmpty()) {
            return new AtmStart.Refused(refusal.orElse("error.activation.way"));
        }
        Instant now = clock.instant();
        if (activations.startedSince(customer, now.minus(Duration.ofHours(1))) >= settings.startsPerHourMax()) {
            return new AtmStart.Wait(Duration.ofHours(1));
        }
        Optional<Duration> wait = messages.acquire(customer);
        return wait.isPresent()
                ? new AtmStart.Wait(wait.get())
                : begin(customer, card, issuer, profile.get(), kind, way, atm, now);
    }

    private AtmStart begin(
            CustomerId customer,
            CardOverview card,
            IssuerProfile issuer,
            AtmProfile profile,
            PasswordKind kind,
            ActivationWay way,
            Actor atm,
            Instant now) {
        AtmBirths.Birth birth = births.of(way, issuer, profile, kind);
        TokenId token = new TokenId(ids.next());
        ActivationId id = new ActivationId(ids.next());
        Instant expiresAt = now.plusSeconds(issuer.activation().lifeSeconds());
        ActivationTable.Row row = new ActivationTable.Row(
                id,
                customer,
                card.id(),
                token,
                Optional.empty(),
                kind,
                way,
                ActivationState.SHOWN,
                // A phone that claims is told by which name to prove its first code.
                way.claimed()
                        ? Optional.of(
                                keys.seal(SealedKeys.HANDOVER, id, birth.ref().value()))
                        : Optional.empty(),
                Optional.of(keys.seal(SealedKeys.SMS, id, birth.smsText())),
                Optional.empty(),
                null,
                0,
                0,
                expiresAt,
                expiresAt);
        activations.live(card.id(), kind).ifPresent(old -> steps.end(old, ActivationState.REPLACED));
        boolean pinBound = profile.pin().isPresent();
        tokens.insertPending(
                token, customer, card.id(), kind, way, birth.spec(), keys.seal(token, birth.key()), pinBound, now);
        byte[] serial = way == ActivationWay.SERIAL_AND_SMS
                ? vault.lookupHash(SERIAL, birth.receipt().orElseThrow().text())
                : null;
        activations.insert(row, PhoneActivations.hash(birth.ref()), serial, now);
        audit.record(new AuditEvent(
                atm,
                "token.activation-started",
                customer,
                card.id(),
                messages.details(customer, card.id(), kind, "way", way.name())));
        messages.part(row, birth.smsText());
        return new AtmStart.Started(birth.receipt().map(TypedPart::grouped), expiresAt);
    }

    /** Proves the first code of the activation that is under way for this password, typed at the ATM. */
    @Transactional(propagation = Propagation.MANDATORY)
    public ProofOutcome prove(CustomerId customer, CardId card, PasswordKind kind, String code, Actor atm) {
        return activations
                .live(card, kind)
                .filter(row -> row.customer().equals(customer))
                .flatMap(gate::pass)
                .map(row -> proofs.prove(row, code, atm))
                .orElseGet(() -> new ProofOutcome.Over(ActivationState.EXPIRED));
    }

    /**
     * Sets or changes the personal PIN of a card and tells the customer (S7.3, S7.14). It holds at once, for phones that
     * are active too.
     *
     * @param pin Latin digits
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public PinOutcome setPin(CustomerId customer, CardId id, String pin, Actor atm) {
        CardOverview card = cards.one(customer, id);
        Optional<PinRule> rule = gate.issuer(card).atm().flatMap(AtmProfile::pin);
        if (rule.isEmpty()) {
            return new PinOutcome.NotOffered();
        }
        Optional<PinRule.Broken> broken = rule.get().brokenBy(pin);
        if (broken.isPresent()) {
            return new PinOutcome.Weak(broken.get());
        }
        boolean changed = pins.exists(id);
        pins.set(id, pin, clock.instant());
        audit.record(new AuditEvent(atm, "token.pin-set", customer, id, java.util.Map.of("card", card.lastFour())));
        messages.pinSet(customer, id);
        return new PinOutcome.Set(changed);
    }
}
