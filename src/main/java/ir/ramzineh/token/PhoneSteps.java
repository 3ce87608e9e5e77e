package ir.ramzineh.token;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.card.CardChannels;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.Cards;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.otp.CodeComparison;
import ir.ramzineh.otp.PartFormat;
import ir.ramzineh.otp.PartReading;
import ir.ramzineh.otp.TypedPart;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** The steps an activation takes from the phone's side, each one transaction. */
@Component
class PhoneSteps {
    /** Signs, check sign included. */
    private static final int LONG_CODE = 8;

    private final ActivationTable activations;
    private final TokenTable tokens;
    private final SealedKeys keys;
    private final Cards cards;
    private final CardChannels channels;
    private final Issuers issuers;
    private final ActivationMessages messages;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TokenSettings settings;
    private final KeySeals seals;
    private final ClaimTries tries;
    private final Clock clock;

    PhoneSteps(
            ActivationTable activations,
            TokenTable tokens,
            SealedKeys keys,
            Cards cards,
            CardChannels channels,
            Issuers issuers,
            ActivationMessages messages,
            AuditTrail audit,
            ApplicationEventPublisher events,
            TokenSettings settings,
            KeySeals seals,
            ClaimTries tries,
            Clock clock) {
        this.activations = activations;
        this.tokens = tokens;
        this.keys = keys;
        this.cards = cards;
        this.channels = channels;
        this.issuers = issuers;
        this.messages = messages;
        this.audit = audit;
        this.events = events;
        this.settings = settings;
        this.seals = seals;
        this.tries = tries;
        this.clock = clock;
    }

    @Transactional
    ScanOutcome scanned(ActivationTable.Row row, Actor phone) {
        Instant now = clock.instant();
        boolean codeNeeded = row.way() == ActivationWay.QR_AND_SMS;
        // First the card, then what belongs to it: whoever acts on it elsewhere locks in the same order.
        channels.hold(row.card());
        if (activations.scanned(row.id(), now)) {
            Optional<Duration> wait = codeNeeded ? sendCode(row) : Optional.empty();
            if (wait.isPresent()) {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                return new ScanOutcome.Wait(wait.get());
            }
            audit.record(new AuditEvent(
                    phone,
                    "token.scanned",
                    row.customer(),
                    row.card(),
                    messages.details(
                            row.customer(),
                            row.card(),
                            row.kind(),
                            "way",
                            row.way().name())));
            events.publishEvent(new ActivationChanges.Changed(row.id()));
            return new ScanOutcome.Welcome(codeNeeded, row.expiresAt());
        }
        return switch (present(row).stateAt(now)) {
            case SCANNED, CLAIMED -> new ScanOutcome.Welcome(codeNeeded, row.expiresAt());
            default -> new ScanOutcome.Gone();
        };
    }

    private Optional<Duration> sendCode(ActivationTable.Row row) {
        Optional<Duration> wait = messages.acquire(row.customer());
        if (wait.isEmpty()) {
            messages.part(row, smsText(row).orElseThrow());
        }
        return wait;
    }

    @Transactional
    ClaimOutcome claim(ActivationTable.Row seen, ActivationRef ref, ClaimWish wish, Actor phone) {
        Instant now = clock.instant();
        if (!seen.way().claimed() || seen.stateAt(now).isOver()) {
            return new ClaimOutcome.Gone();
        }
        if (seen.state() == ActivationState.CLAIMED) {
            return again(seen, ref, wish, now);
        }
        if (seen.state() != claimable(seen.way()) || !tries.reserve(seen, wish, hasLongCode(seen), now)) {
            return new ClaimOutcome.Gone();
        }
        ActivationTable.Row row = present(seen);
        if (!isCode(row, wish.code())) {
            return wish.network() == null ? wrong(row, phone, now) : wrongFromAnywhere(row, phone);
        }
        Optional<String> device = TokenLabel.ofDevice(wish.deviceName());
        if (!activations.claim(row.id(), claimable(row.way()), wish.publicKey(), device.orElse(null), now)) {
            ActivationTable.Row first = present(row);
            return isOf(first, wish) ? sealed(first, ref, wish) : held(first, now);
        }
        audit.record(new AuditEvent(
                phone,
                "token.claimed",
                row.customer(),
                row.card(),
                messages.details(row.customer(), row.card(), row.kind(), "device", device.orElse(""))));
        events.publishEvent(new ActivationChanges.Changed(row.id()));
        return sealed(row, ref, wish);
    }

    /** From when on the phone may know what it needs: a QR must have been read, a receipt is out at once. */
    private static ActivationState claimable(ActivationWay way) {
        return way == ActivationWay.QR_AND_SMS ? ActivationState.SCANNED : ActivationState.SHOWN;
    }

    /** By which name the phone proves its first code, where it was told none. */
    Optional<ActivationRef> refOf(ActivationTable.Row row) {
        return row.handover()
                .filter(value -> row.way().atAtm() || row.way() == ActivationWay.MOVE)
                .flatMap(value -> keys.open(SealedKeys.HANDOVER, row.id(), value))
                .map(ActivationRef::new);
    }

    /**
     * A phone that lost the answer may have it again; it is sealed to its own key. Another one learns, for the right code
     * and as often as codes may be tried, which was first.
     */
    private ClaimOutcome again(ActivationTable.Row row, ActivationRef ref, ClaimWish wish, Instant now) {
        if (isOf(row, wish)) {
            return sealed(row, ref, wish);
        }
        boolean knowsTheCode = tries.reserve(row, wish, hasLongCode(row), now) && isCode(row, wish.code());
        return knowsTheCode ? held(row, now) : new ClaimOutcome.Gone();
    }

    private static boolean isOf(ActivationTable.Row row, ClaimWish wish) {
        return row.claimKey().filter(wish.publicKey()::equals).isPresent();
    }

    private static ClaimOutcome held(ActivationTable.Row row, Instant now) {
        return row.stateAt(now) == ActivationState.CLAIMED
                ? new ClaimOutcome.Held(new Holder(row.deviceName(), null))
                : new ClaimOutcome.Gone();
    }

    /** With a card number, which strangers know: it ends nothing, see {@link ClaimTries}. */
    private ClaimOutcome wrongFromAnywhere(ActivationTable.Row row, Actor phone) {
        audit.record(new AuditEvent(
                phone,
                "token.card-claim-refused",
                row.customer(),
                row.card(),
                messages.details(row.customer(), row.card(), row.kind())));
        if (row.codeTries() == settings.codeTriesMax()) {
            messages.codeIsTried(row.customer(), row.card());
        }
        return new ClaimOutcome.Gone();
    }

    private ClaimOutcome wrong(ActivationTable.Row row, Actor phone, Instant now) {
        int left = settings.codeTriesMax() - row.codeTries();
        audit.record(new AuditEvent(
                phone,
                "token.claim-refused",
                row.customer(),
                row.card(),
                messages.details(row.customer(), row.card(), row.kind(), "left", Integer.toString(left))));
        if (left > 0) {
            return new ClaimOutcome.Wrong(left);
        }
        if (activations.end(row.id(), ActivationState.FAILED, now)) {
            tokens.killPending(row.token(), now);
            events.publishEvent(new ActivationChanges.Changed(row.id()));
        }
        return new ClaimOutcome.Gone();
    }

    private ClaimOutcome sealed(ActivationTable.Row row, ActivationRef ref, ClaimWish wish) {
        return seals.seal(row, ref, wish.publicKey())
                .<ClaimOutcome>map(key -> key)
                .orElseGet(ClaimOutcome.Gone::new);
    }

    /** Read as forgivingly as people type, compared in constant time. */
    private boolean isCode(ActivationTable.Row row, String typedCode) {
        PartFormat format = codeFormat(row);
        String typed = TypedPart.read(typedCode, format, List.of(format)) instanceof PartReading.Good(TypedPart part)
                ? part.text()
                : "";
        return smsText(row)
                .map(expected -> CodeComparison.equal(expected, typed))
                .orElse(false);
    }

    /** Whether many may try it without a hope of guessing it. */
    private boolean hasLongCode(ActivationTable.Row row) {
        return codeFormat(row).length() >= LONG_CODE;
    }

    private PartFormat codeFormat(ActivationTable.Row row) {
        CardOverview card = cards.one(row.customer(), row.card());
        return AtmBirths.codeFormat(row.way(), issuers.byKey(card.issuerKey()).orElseThrow());
    }

    private Optional<String> smsText(ActivationTable.Row row) {
        return row.sms().flatMap(value -> keys.open(SealedKeys.SMS, row.id(), value));
    }

    private ActivationTable.Row present(ActivationTable.Row row) {
        return activations.find(row.customer(), row.id()).orElse(row);
    }
}
