package ir.ramzineh.token;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.Cards;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.issuer.AtmProfile;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.issuer.PinRule;
import ir.ramzineh.otp.ActivationContext;
import ir.ramzineh.otp.ClaimSeal;
import ir.ramzineh.otp.CodeComparison;
import ir.ramzineh.otp.OtpKey;
import ir.ramzineh.otp.PartFormat;
import ir.ramzineh.otp.PartReading;
import ir.ramzineh.otp.TotpSpec;
import ir.ramzineh.otp.TypedPart;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** The steps an activation takes from the phone's side, each one transaction. */
@Component
class PhoneSteps {
    private final ActivationTable activations;
    private final TokenTable tokens;
    private final SealedKeys keys;
    private final Cards cards;
    private final Issuers issuers;
    private final ActivationMessages messages;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TokenSettings settings;
    private final SecureRandom random;
    private final Clock clock;

    PhoneSteps(
            ActivationTable activations,
            TokenTable tokens,
            SealedKeys keys,
            Cards cards,
            Issuers issuers,
            ActivationMessages messages,
            AuditTrail audit,
            ApplicationEventPublisher events,
            TokenSettings settings,
            SecureRandom random,
            Clock clock) {
        this.activations = activations;
        this.tokens = tokens;
        this.keys = keys;
        this.cards = cards;
        this.issuers = issuers;
        this.messages = messages;
        this.audit = audit;
        this.events = events;
        this.settings = settings;
        this.random = random;
        this.clock = clock;
    }

    @Transactional
    ScanOutcome scanned(ActivationTable.Row row, Actor phone) {
        Instant now = clock.instant();
        boolean codeNeeded = row.way() == ActivationWay.QR_AND_SMS;
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
    ClaimOutcome claim(
            ActivationTable.Row seen,
            ActivationRef ref,
            String typedCode,
            String publicKey,
            @Nullable String deviceName,
            Actor phone) {
        Instant now = clock.instant();
        if (!seen.way().claimed() || seen.stateAt(now).isOver()) {
            return new ClaimOutcome.Gone();
        }
        if (seen.state() == ActivationState.CLAIMED) {
            return again(seen, ref, publicKey);
        }
        if (seen.state() != claimable(seen.way())
                || !activations.reserveCodeTry(seen.id(), settings.codeTriesMax(), now)) {
            return new ClaimOutcome.Gone();
        }
        ActivationTable.Row row = present(seen);
        if (!isCode(row, typedCode)) {
            return wrong(row, phone, now);
        }
        Optional<String> device = TokenLabel.ofDevice(deviceName);
        if (!activations.claim(row.id(), claimable(row.way()), publicKey, device.orElse(null), now)) {
            return again(present(row), ref, publicKey);
        }
        audit.record(new AuditEvent(
                phone,
                "token.claimed",
                row.customer(),
                row.card(),
                messages.details(row.customer(), row.card(), row.kind(), "device", device.orElse(""))));
        events.publishEvent(new ActivationChanges.Changed(row.id()));
        return sealed(row, ref, publicKey);
    }

    /** From when on the phone may know what it needs: a QR must have been read, a receipt is out at once. */
    private static ActivationState claimable(ActivationWay way) {
        return way == ActivationWay.QR_AND_SMS ? ActivationState.SCANNED : ActivationState.SHOWN;
    }

    /** By which name the phone proves its first code, where it was told none. */
    Optional<ActivationRef> refOf(ActivationTable.Row row) {
        return row.handover()
                .filter(value -> row.way().atAtm())
                .flatMap(value -> keys.open(SealedKeys.HANDOVER, row.id(), value))
                .map(ActivationRef::new);
    }

    /** A phone that lost the answer may have it again; it is sealed to its own key. */
    private ClaimOutcome again(ActivationTable.Row row, ActivationRef ref, String publicKey) {
        return row.claimKey().filter(publicKey::equals).isPresent()
                ? sealed(row, ref, publicKey)
                : new ClaimOutcome.Gone();
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

    private ClaimOutcome sealed(ActivationTable.Row row, ActivationRef ref, String publicKey) {
        Optional<TokenTable.Live> token = tokens.pending(row.token());
        Optional<OtpKey> key = token.flatMap(found -> keys.open(row.token(), found.keySealed()));
        if (token.isEmpty() || key.isEmpty()) {
            return new ClaimOutcome.Gone();
        }
        CardOverview card = cards.one(row.customer(), row.card());
        TotpSpec spec = token.get().spec();
        ActivationContext context = new ActivationContext(ref.value(), row.kind(), spec);
        ClaimSeal.SealedClaim claim = ClaimSeal.seal(publicKey, key.get(), context, random);
        PhoneToken about = new PhoneToken(
                row.kind(),
                spec.algorithm().name(),
                spec.digits(),
                spec.periodSeconds(),
                card.issuerKey(),
                card.lastFour(),
                pinDigits(token.get(), card));
        return new ClaimOutcome.Claimed(ref, claim.ephemeralKey(), claim.sealedKey(), about);
    }

    /** Read as forgivingly as people type, compared in constant time. */
    private boolean isCode(ActivationTable.Row row, String typedCode) {
        CardOverview card = cards.one(row.customer(), row.card());
        PartFormat format =
                AtmBirths.codeFormat(row.way(), issuers.byKey(card.issuerKey()).orElseThrow());
        String typed = TypedPart.read(typedCode, format, List.of(format)) instanceof PartReading.Good(TypedPart part)
                ? part.text()
                : "";
        return smsText(row)
                .map(expected -> CodeComparison.equal(expected, typed))
                .orElse(false);
    }

    private int pinDigits(TokenTable.Live token, CardOverview card) {
        return token.pinBound()
                ? issuers.byKey(card.issuerKey())
                        .flatMap(IssuerProfile::atm)
                        .flatMap(AtmProfile::pin)
                        .map(PinRule::length)
                        .orElse(0)
                : 0;
    }

    private Optional<String> smsText(ActivationTable.Row row) {
        return row.sms().flatMap(value -> keys.open(SealedKeys.SMS, row.id(), value));
    }

    private ActivationTable.Row present(ActivationTable.Row row) {
        return activations.find(row.customer(), row.id()).orElse(row);
    }
}
