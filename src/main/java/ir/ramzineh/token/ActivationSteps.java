package ir.ramzineh.token;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.issuer.ActivationRules;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.PasswordKind;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps an activation takes from the portal's side, each one transaction. */
@Component
class ActivationSteps {
    private final ActivationTable activations;
    private final TokenTable tokens;
    private final SealedKeys keys;
    private final KeyBirths births;
    private final ActivationMessages messages;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final TokenSettings settings;
    private final IdSource ids;
    private final Clock clock;

    ActivationSteps(
            ActivationTable activations,
            TokenTable tokens,
            SealedKeys keys,
            KeyBirths births,
            ActivationMessages messages,
            AuditTrail audit,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            TokenSettings settings,
            IdSource ids,
            Clock clock) {
        this.activations = activations;
        this.tokens = tokens;
        this.keys = keys;
        this.births = births;
        this.messages = messages;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    StartOutcome start(
            CustomerId customer, CardOverview card, IssuerProfile issuer, PasswordKind kind, ActivationWay way) {
        if (way == ActivationWay.SCREEN_AND_SMS) {
            Optional<StartOutcome> wait = messages.acquire(customer).map(StartOutcome.Wait::new);
            if (wait.isPresent()) {
                return wait.get();
            }
        }
        try {
            return startOnce(customer, card, issuer, kind, way);
        } catch (DuplicateKeyException e) {
            // Another tab began at the same moment and was first; the newer wish wins.
            return startOnce(customer, card, issuer, kind, way);
        }
    }

    private StartOutcome startOnce(
            CustomerId customer, CardOverview card, IssuerProfile issuer, PasswordKind kind, ActivationWay way) {
        Instant now = clock.instant();
        TokenId token = new TokenId(ids.next());
        ActivationId id = new ActivationId(ids.next());
        KeyBirths.Birth birth = births.of(way, issuer, card, kind);
        ActivationTable.Row row = new ActivationTable.Row(
                id,
                customer,
                card.id(),
                token,
                Optional.empty(),
                kind,
                way,
                ActivationState.PREPARED,
                Optional.of(keys.seal(SealedKeys.HANDOVER, id, birth.handover())),
                birth.smsText().map(text -> keys.seal(SealedKeys.SMS, id, text)),
                Optional.empty(),
                null,
                0,
                0,
                now.plusSeconds(issuer.activation().qrVisibleSeconds()),
                expiry(way, issuer.activation(), now));
        return required(transaction.execute(status -> {
            activations.live(card.id(), kind).ifPresent(old -> endNow(old, ActivationState.REPLACED, now));
            tokens.insertPending(
                    token, customer, card.id(), kind, way, birth.spec(), keys.seal(token, birth.key()), false, now);
            activations.insert(row, PhoneActivations.hash(birth.ref()), null, now);
            audit.record(AuditEvent.by(
                    customer,
                    card.id(),
                    "token.activation-started",
                    messages.details(customer, card.id(), kind, "way", way.name())));
            if (way == ActivationWay.SCREEN_AND_SMS) {
                messages.part(row, birth.smsText().orElseThrow());
            }
            return new StartOutcome.Started(
                    view(row, birth.spec().digits(), birth.spec().periodSeconds(), now));
        }));
    }

    /** Where the QR alone is the key, its first code must follow soon; where a second part is needed, in the bank's time. */
    private Instant expiry(ActivationWay way, ActivationRules rules, Instant now) {
        return switch (way) {
            case QR, STANDARD_QR -> now.plusSeconds(rules.qrVisibleSeconds()).plus(settings.proofTime());
            case MOVE -> now.plus(settings.moveTime());
            case QR_AND_SMS, SCREEN_AND_SMS, RECEIPT_AND_SMS, SERIAL_AND_SMS, SMS_CODE ->
                now.plusSeconds(rules.lifeSeconds());
        };
    }

    Optional<QrHandover> takeQr(ActivationTable.Row row) {
        if (row.handover().isEmpty()) {
            return Optional.empty();
        }
        boolean first = required(transaction.execute(status -> {
            boolean taken = activations.takeHandover(row.id(), clock.instant());
            if (taken) {
                events.publishEvent(new ActivationChanges.Changed(row.id()));
            }
            return taken;
        }));
        return first
                ? row.handover()
                        .flatMap(value -> keys.open(SealedKeys.HANDOVER, row.id(), value))
                        .map(KeyBirths::handover)
                : Optional.empty();
    }

    ResendOutcome resend(ActivationTable.Row row) {
        if (ActivationMessage.of(row.way(), row.stateAt(clock.instant())) != ActivationMessage.SENDABLE) {
            return new ResendOutcome.Nothing();
        }
        Optional<String> text = row.sms().flatMap(value -> keys.open(SealedKeys.SMS, row.id(), value));
        if (text.isEmpty()) {
            return new ResendOutcome.Nothing();
        }
        Optional<ResendOutcome> wait = messages.acquire(row.customer()).map(ResendOutcome.Wait::new);
        if (wait.isPresent()) {
            return wait.get();
        }
        transaction.executeWithoutResult(status -> messages.part(row, text.get()));
        return new ResendOutcome.Sent();
    }

    void foreign(CustomerId customer) {
        transaction.executeWithoutResult(status -> audit.record(
                new AuditEvent(new Actor.Customer(customer), "access.foreign-activation", null, null, Map.of())));
    }

    void end(ActivationTable.Row row, ActivationState state) {
        transaction.executeWithoutResult(status -> endNow(row, state, clock.instant()));
    }

    private void endNow(ActivationTable.Row row, ActivationState state, Instant now) {
        boolean late = !now.isBefore(row.expiresAt());
        if (!activations.end(row.id(), late ? ActivationState.EXPIRED : state, now)) {
            return;
        }
        tokens.killPending(row.token(), now);
        audit.record(new AuditEvent(
                state == ActivationState.EXPIRED ? new Actor.Portal() : new Actor.Customer(row.customer()),
                "token.activation-ended",
                row.customer(),
                row.card(),
                // No look at the card: it may be somebody else's by now.
                Map.of("kind", row.kind().name(), "state", state.name())));
        events.publishEvent(new ActivationChanges.Changed(row.id()));
    }

    Optional<Activation> view(ActivationTable.Row row) {
        Instant now = clock.instant();
        return tokens.shape(row.token()).map(spec -> view(row, spec.digits(), spec.periodSeconds(), now));
    }

    private Activation view(ActivationTable.Row row, int digits, int periodSeconds, Instant now) {
        return new Activation(
                row.id(),
                row.card(),
                row.kind(),
                row.way(),
                row.stateAt(now),
                row.visibleUntil(),
                row.expiresAt(),
                digits,
                periodSeconds,
                settings.proofTriesMax() - row.proofTries());
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a transaction returned nothing");
        }
        return value;
    }
}
