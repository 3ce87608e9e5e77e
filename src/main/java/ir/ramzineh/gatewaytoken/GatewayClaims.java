package ir.ramzineh.gatewaytoken;

import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.Digits;
import ir.ramzineh.otp.ActivationContext;
import ir.ramzineh.otp.ClaimSeal;
import ir.ramzineh.otp.CodeComparison;
import ir.ramzineh.otp.OtpKey;
import ir.ramzineh.token.DeviceId;
import ir.ramzineh.token.Holder;
import ir.ramzineh.token.TokenId;
import ir.ramzineh.token.TokenKey;
import ir.ramzineh.token.TokenLabel;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The two steps of a phone to its token, each one transaction: the claim of the key, and the proof of a first code. */
@Component
class GatewayClaims {
    private static final int REF_BYTES = 16;
    private static final int CODE_DIGITS_MIN = 4;
    private static final int CODE_DIGITS_MAX = 10;

    /** A phone's clock may be this far off when it introduces itself; the difference is learned. */
    private static final int WINDOW_SECONDS = 120;

    /** A code may be typed this long after the next one has appeared. */
    private static final int TYPING_SECONDS_MAX = 15;

    private final GatewayRows rows;
    private final GatewayKeys keys;
    private final GatewayViews views;
    private final GatewayTrail trail;
    private final GatewayEnds ends;
    private final GatewayMessages messages;
    private final GatewaySettings settings;
    private final SecureRandom random;
    private final Clock clock;

    GatewayClaims(
            GatewayRows rows,
            GatewayKeys keys,
            GatewayViews views,
            GatewayTrail trail,
            GatewayEnds ends,
            GatewayMessages messages,
            GatewaySettings settings,
            SecureRandom random,
            Clock clock) {
        this.rows = rows;
        this.keys = keys;
        this.views = views;
        this.trail = trail;
        this.ends = ends;
        this.messages = messages;
        this.settings = settings;
        this.random = random;
        this.clock = clock;
    }

    /** The key is drawn with the claim: before, there is none that could be stolen. */
    @Transactional
    public GatewayClaimOutcome claim(GatewayRow seen, String typed, String publicKey, @Nullable String deviceName) {
        Instant now = clock.instant();
        if (publicKey.equals(seen.claimKey()) && seen.codeCounts(now)) {
            return sealed(seen, publicKey);
        }
        // Counted before it is looked at, so that parallel guesses never exceed the limit.
        if (!rows.reserveCodeTry(seen.id(), settings.codeTriesMax(), now)) {
            return new GatewayClaimOutcome.Refused();
        }
        GatewayRow row = rows.byId(seen.id()).orElseThrow();
        CustomerId customer = Objects.requireNonNull(row.customer());
        if (!isCode(row, typed)) {
            return wrong(row, customer);
        }
        OtpKey key = OtpKey.random(random, row.spec().algorithm().keyBytes());
        byte[] bytes = new byte[REF_BYTES];
        random.nextBytes(bytes);
        String reference = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        String device = TokenLabel.ofDevice(deviceName).orElse(null);
        boolean first = rows.claim(
                row.id(),
                publicKey,
                keys.seal(row.id(), key),
                keys.seal(GatewayKeys.REF, row.id(), reference),
                GatewayKeys.sha256(reference),
                device,
                now);
        GatewayRow claimed = rows.byId(row.id()).orElseThrow();
        if (!first) {
            return publicKey.equals(claimed.claimKey())
                    ? sealed(claimed, publicKey)
                    : new GatewayClaimOutcome.Held(new Holder(claimed.deviceName(), null));
        }
        trail.deed(
                GatewayTrail.PHONE_ACTOR,
                row,
                customer,
                "claimed",
                Set.of(),
                null,
                Map.of("device", Objects.requireNonNullElse(device, "")));
        return sealed(claimed, publicKey);
    }

    private GatewayClaimOutcome sealed(GatewayRow row, String publicKey) {
        Optional<OtpKey> key = keys.key(row.id(), row.keySealed());
        Optional<String> reference = keys.open(GatewayKeys.REF, row.id(), row.refSealed());
        if (key.isEmpty() || reference.isEmpty()) {
            return new GatewayClaimOutcome.Refused();
        }
        ActivationContext context = new ActivationContext(reference.get(), null, row.spec());
        ClaimSeal.SealedClaim claim = ClaimSeal.seal(publicKey, key.get(), context, random);
        return new GatewayClaimOutcome.Claimed(new GatewayClaimed(
                reference.get(),
                claim.ephemeralKey(),
                claim.sealedKey(),
                row.spec().algorithm().name(),
                row.spec().digits(),
                row.spec().periodSeconds(),
                settings.issuer(),
                views.lastFour(row)));
    }

    private GatewayClaimOutcome wrong(GatewayRow row, CustomerId customer) {
        int left = settings.codeTriesMax() - row.codeTries();
        refused(row, customer, "claim-refused", left);
        return new GatewayClaimOutcome.Refused();
    }

    /** The serial number is on a paper that only its owner has; the last wrong code ends the token, as with a card's. */
    private void refused(GatewayRow row, CustomerId customer, String kind, int left) {
        trail.deed(
                GatewayTrail.PHONE_ACTOR, row, customer, kind, Set.of(), null, Map.of("left", Integer.toString(left)));
        if (left <= 0) {
            ends.end(GatewayTrail.PHONE_ACTOR, row, customer, "code-guessed", null);
        }
    }

    private boolean isCode(GatewayRow row, String typed) {
        String code = Serials.readCode(typed).orElse("");
        return keys.open(GatewayKeys.CODE, row.id(), row.codeSealed())
                .map(expected -> CodeComparison.equal(expected, code))
                .orElse(false);
    }

    @Transactional
    public GatewayProofOutcome prove(
            GatewayRow seen, String typed, @Nullable DeviceId device, @Nullable String deviceName) {
        Instant now = clock.instant();
        Optional<String> code = Digits.code(typed, CODE_DIGITS_MIN, CODE_DIGITS_MAX);
        if (code.isEmpty()) {
            return seen.codeCounts(now)
                    ? new GatewayProofOutcome.Wrong(settings.proofTriesMax() - seen.proofTries())
                    : new GatewayProofOutcome.Gone();
        }
        if (!rows.reserveProofTry(seen.id(), settings.proofTriesMax(), now)) {
            return new GatewayProofOutcome.Gone();
        }
        GatewayRow row = rows.byId(seen.id()).orElseThrow();
        CustomerId customer = Objects.requireNonNull(row.customer());
        Optional<TokenKey> token =
                keys.key(row.id(), row.keySealed()).map(key -> new TokenKey(new TokenId(row.id()), key, row.spec(), 0));
        OptionalLong step = token.map(
                        found -> found.match(code.get(), now, Math.max(1, WINDOW_SECONDS / row.periodSeconds())))
                .orElseGet(OptionalLong::empty);
        if (token.isEmpty() || step.isEmpty()) {
            int left = settings.proofTriesMax() - row.proofTries();
            refused(row, customer, "proof-refused", left);
            return left > 0 ? new GatewayProofOutcome.Wrong(left) : new GatewayProofOutcome.Gone();
        }
        boolean active = rows.activate(
                row.id(),
                step.getAsLong(),
                drift(token.get(), step.getAsLong(), now),
                GatewayKeys.nameHash(token.get().key()),
                device == null ? null : device.hash(),
                TokenLabel.ofDevice(deviceName).orElse(null),
                now);
        if (!active) {
            return new GatewayProofOutcome.Gone();
        }
        trail.deed(GatewayTrail.PHONE_ACTOR, row, customer, "activated");
        messages.tell(customer, "gateway.activated", views.lastFour(row));
        return new GatewayProofOutcome.Proven();
    }

    /** A code of a step gone by is taken for one typed late as long as it may be one; following it would lengthen codes' lives (D4). */
    private static int drift(TokenKey token, long step, Instant now) {
        int apart = Math.toIntExact(step - token.spec().step(now));
        long age = now.getEpochSecond() - step * token.spec().periodSeconds();
        return apart < 0 && age < token.spec().periodSeconds() + TYPING_SECONDS_MAX ? 0 : apart;
    }
}
