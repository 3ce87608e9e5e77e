package ir.ramzineh.token;

import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.Cards;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.otp.OtpKey;
import ir.ramzineh.otp.TotpSpec;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A move begins on the old phone: a new key, sealed to the new phone, as an activation like any other. Its proof is where
 * the old token dies ({@link Proofs}), so that whatever happens in between, one of the two lives.
 */
@Component
class PhoneMoves {
    private static final Duration LIMIT_WINDOW = Duration.ofHours(1);

    private final ActivationTable activations;
    private final ActivationGate gate;
    private final ActivationSteps steps;
    private final PhoneSteps phones;
    private final TokenTable tokens;
    private final KeyBirths births;
    private final KeySeals seals;
    private final SealedKeys keys;
    private final Cards cards;
    private final ActivationMessages messages;
    private final AuditTrail audit;
    private final TokenSettings settings;
    private final IdSource ids;
    private final SecureRandom random;
    private final Clock clock;

    PhoneMoves(
            ActivationTable activations,
            ActivationGate gate,
            ActivationSteps steps,
            PhoneSteps phones,
            TokenTable tokens,
            KeyBirths births,
            KeySeals seals,
            SealedKeys keys,
            Cards cards,
            ActivationMessages messages,
            AuditTrail audit,
            TokenSettings settings,
            IdSource ids,
            SecureRandom random,
            Clock clock) {
        this.activations = activations;
        this.gate = gate;
        this.steps = steps;
        this.phones = phones;
        this.tokens = tokens;
        this.births = births;
        this.seals = seals;
        this.keys = keys;
        this.cards = cards;
        this.messages = messages;
        this.audit = audit;
        this.settings = settings;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /**
     * To be called with the card held. The same new phone asking again gets the same key again; the wish of another one
     * takes the place of the first.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<MoveOutcome> begin(PhoneTable.Row old, String publicKey, String deviceName) {
        CardOverview card = cards.one(old.customer(), old.card());
        Optional<String> refusal = gate.refusal(card, old.kind());
        if (refusal.isPresent()) {
            return Optional.of(new MoveOutcome.Refused(refusal.get()));
        }
        Instant now = clock.instant();
        Optional<ActivationTable.Row> live = activations.live(old.card(), old.kind());
        Optional<ActivationTable.Row> same = live.filter(row -> row.moves().equals(Optional.of(old.id()))
                && row.claimKey().equals(Optional.of(publicKey))
                && !row.stateAt(now).isOver());
        if (same.isPresent()) {
            return phones.refOf(same.get()).flatMap(ref -> ready(same.get(), ref, publicKey));
        }
        if (activations.startedSince(old.customer(), now.minus(LIMIT_WINDOW)) >= settings.startsPerHourMax()) {
            return Optional.of(new MoveOutcome.Wait(LIMIT_WINDOW));
        }
        live.ifPresent(row -> steps.end(row, ActivationState.REPLACED));
        return start(old, card, publicKey, deviceName, now);
    }

    private Optional<MoveOutcome> start(
            PhoneTable.Row old, CardOverview card, String publicKey, String deviceName, Instant now) {
        IssuerProfile issuer = gate.issuer(card);
        TotpSpec spec = KeyBirths.appSpec(issuer, old.kind());
        TokenId token = new TokenId(ids.next());
        ActivationId id = new ActivationId(ids.next());
        ActivationRef ref = births.newRef();
        String device = TokenLabel.ofDevice(deviceName).orElse(null);
        ActivationTable.Row row = new ActivationTable.Row(
                id,
                old.customer(),
                old.card(),
                token,
                Optional.of(old.id()),
                old.kind(),
                ActivationWay.MOVE,
                ActivationState.CLAIMED,
                Optional.of(keys.seal(SealedKeys.HANDOVER, id, ref.value())),
                Optional.empty(),
                Optional.of(publicKey),
                device,
                0,
                0,
                // There is nothing for a screen of the portal to take.
                now,
                now.plus(settings.moveTime()));
        OtpKey key = OtpKey.random(random, spec.algorithm().keyBytes());
        tokens.insertPending(
                token,
                old.customer(),
                old.card(),
                old.kind(),
                ActivationWay.MOVE,
                spec,
                keys.seal(token, key),
                old.pinBound(),
                now);
        activations.insert(row, PhoneActivations.hash(ref), null, now);
        audit.record(new AuditEvent(
                PhoneActivations.PHONE,
                "token.move-started",
                old.customer(),
                old.card(),
                messages.details(old.customer(), old.card(), old.kind(), "device", device == null ? "" : device)));
        messages.moveStarted(old.customer(), old.card());
        return ready(row, ref, publicKey);
    }

    private Optional<MoveOutcome> ready(ActivationTable.Row row, ActivationRef ref, String publicKey) {
        return seals.seal(row, ref, publicKey).map(key -> new MoveOutcome.Ready(key, row.expiresAt()));
    }
}
