package ir.ramzineh.token;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.card.CardChannels;
import ir.ramzineh.card.CardPasswords;
import ir.ramzineh.kernel.Digits;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The proof of a first code: the one moment at which a password becomes dynamic. Until then the static password and any
 * older token stay as they are (S0.5, S9.10).
 */
@Component
class Proofs {
    /** A code may be typed this long after the next one has appeared. */
    private static final int TYPING_SECONDS_MAX = 15;

    private static final int CODE_DIGITS_MIN = 4;
    private static final int CODE_DIGITS_MAX = 10;

    /** A phone's clock may be this far off when it introduces itself; the difference is learned. */
    private static final int WINDOW_SECONDS = 120;

    private final ActivationTable activations;
    private final TokenTable tokens;
    private final SealedKeys keys;
    private final CardPasswords passwords;
    private final CardChannels channels;
    private final PhoneTable phones;
    private final PhoneNames names;
    private final NewPhones newPhones;
    private final ActivationMessages messages;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TokenSettings settings;
    private final Clock clock;

    Proofs(
            ActivationTable activations,
            TokenTable tokens,
            SealedKeys keys,
            CardPasswords passwords,
            CardChannels channels,
            PhoneTable phones,
            PhoneNames names,
            NewPhones newPhones,
            ActivationMessages messages,
            AuditTrail audit,
            ApplicationEventPublisher events,
            TokenSettings settings,
            Clock clock) {
        this.activations = activations;
        this.tokens = tokens;
        this.keys = keys;
        this.passwords = passwords;
        this.channels = channels;
        this.phones = phones;
        this.names = names;
        this.newPhones = newPhones;
        this.messages = messages;
        this.audit = audit;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** Typed by a person, in the portal or at an ATM. */
    @Transactional
    ProofOutcome prove(ActivationTable.Row seen, String rawCode, Actor actor) {
        return prove(seen, rawCode, actor, ProvingPhone.UNKNOWN);
    }

    @Transactional
    ProofOutcome prove(ActivationTable.Row seen, String rawCode, Actor actor, ProvingPhone phone) {
        Instant now = clock.instant();
        Optional<String> code = Digits.code(rawCode, CODE_DIGITS_MIN, CODE_DIGITS_MAX);
        if (code.isEmpty()) {
            return refused(seen, now);
        }
        // First the card, then its activation, then its tokens: an ATM and the card switch lock in the same order.
        channels.hold(seen.card());
        // Reserved before anything is compared, so that parallel guesses never exceed the limit.
        if (!activations.reserveProofTry(seen.id(), settings.proofTriesMax(), now)) {
            return new ProofOutcome.Over(stateOf(seen, now));
        }
        ActivationTable.Row row = activations.find(seen.customer(), seen.id()).orElseThrow();
        OptionalLong step = OptionalLong.empty();
        Optional<TokenKey> token = pending(row);
        if (token.isPresent()) {
            step = token.get().match(code.get(), now, windowSteps(token.get()));
        }
        if (token.isEmpty() || step.isEmpty()) {
            return wrong(row, actor, now);
        }
        return row.moves().isEmpty() || phones.keepsAlive(row.moves().get())
                ? activate(row, token.get(), step.getAsLong(), actor, phone, now)
                : outlived(row, now);
    }

    private ProofOutcome activate(
            ActivationTable.Row row, TokenKey token, long step, Actor actor, ProvingPhone phone, Instant now) {
        if (!activations.end(row.id(), ActivationState.PROVEN, now)) {
            return new ProofOutcome.Over(stateOf(row, now));
        }
        passwords.switchToDynamic(row.customer(), row.card(), row.kind());
        int replaced = tokens.killActive(row.card(), row.kind(), now);
        int drift = drift(token, step, now);
        if (!tokens.activate(row.token(), step, drift, phone.label(row), now)) {
            throw new IllegalStateException("a live activation had no pending token");
        }
        names.give(row.token());
        phone.id().ifPresent(device -> phones.hold(row.token(), device.hash(), null));
        newPhones.arrived(row.card(), row.kind());
        audit.record(new AuditEvent(
                actor,
                replaced > 0 ? "token.replaced" : "token.activated",
                row.customer(),
                row.card(),
                messages.details(
                        row.customer(), row.card(), row.kind(), "way", row.way().name())));
        boolean staticDisabled = messages.activated(row);
        events.publishEvent(new ActivationChanges.Changed(row.id()));
        return new ProofOutcome.Proven(row.token(), row.card(), row.kind(), staticDisabled);
    }

    /** A move never outlives the token it moves: what ended that one, such as wrong codes, is not undone by it (S7.13). */
    private ProofOutcome outlived(ActivationTable.Row row, Instant now) {
        if (activations.end(row.id(), ActivationState.CANCELLED, now)) {
            tokens.killPending(row.token(), now);
            events.publishEvent(new ActivationChanges.Changed(row.id()));
        }
        return new ProofOutcome.Over(ActivationState.CANCELLED);
    }

    /**
     * How far the phone's clock is off, in steps. A code of a step gone by is taken for a code typed late as long as it
     * may be one: following it would lengthen the life of all that come after it (D4).
     */
    private static int drift(TokenKey token, long step, Instant now) {
        int apart = Math.toIntExact(step - token.spec().step(now));
        long age = now.getEpochSecond() - step * token.spec().periodSeconds();
        return apart < 0 && age < token.spec().periodSeconds() + TYPING_SECONDS_MAX ? 0 : apart;
    }

    private ProofOutcome wrong(ActivationTable.Row row, Actor actor, Instant now) {
        int left = settings.proofTriesMax() - row.proofTries();
        audit.record(new AuditEvent(
                actor,
                "token.proof-refused",
                row.customer(),
                row.card(),
                messages.details(row.customer(), row.card(), row.kind(), "left", Integer.toString(left))));
        if (left > 0) {
            return new ProofOutcome.Wrong(left);
        }
        if (activations.end(row.id(), ActivationState.FAILED, now)) {
            tokens.killPending(row.token(), now);
            events.publishEvent(new ActivationChanges.Changed(row.id()));
        }
        return new ProofOutcome.Over(ActivationState.FAILED);
    }

    /** Not a code at all: nothing to evaluate, nothing to count. */
    private ProofOutcome refused(ActivationTable.Row row, Instant now) {
        ActivationState state = row.stateAt(now);
        return state.isOver()
                ? new ProofOutcome.Over(state)
                : new ProofOutcome.Wrong(settings.proofTriesMax() - row.proofTries());
    }

    private Optional<TokenKey> pending(ActivationTable.Row row) {
        boolean keyIsOut =
                row.way().claimed() ? row.state() == ActivationState.CLAIMED : row.state() != ActivationState.PREPARED;
        if (!keyIsOut) {
            // Nobody can have this key yet: a right code would be a guess.
            return Optional.empty();
        }
        return tokens.pending(row.token())
                .flatMap(token -> keys.codesOf(token)
                        .map(key -> new TokenKey(row.token(), key, token.spec(), token.driftSteps())));
    }

    private ActivationState stateOf(ActivationTable.Row row, Instant now) {
        ActivationState state = activations
                .find(row.customer(), row.id())
                .map(found -> found.stateAt(now))
                .orElse(ActivationState.EXPIRED);
        return state.isOver() ? state : ActivationState.FAILED;
    }

    private static int windowSteps(TokenKey token) {
        return Math.clamp(WINDOW_SECONDS / token.spec().periodSeconds(), 1, TokenKey.DRIFT_STEPS_MAX);
    }
}
