package ir.ramzineh.gatewaytoken;

import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.EvenTime;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.otp.ClaimSeal;
import ir.ramzineh.otp.OtpKey;
import ir.ramzineh.token.DeviceId;
import ir.ramzineh.token.Holder;
import ir.ramzineh.token.PhoneOutcome;
import ir.ramzineh.token.PhoneRequest;
import ir.ramzineh.token.PhoneSignatures;
import ir.ramzineh.token.TokenLabel;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Account tokens seen from the phone (S10.11, S10.18, S10.19, S10.23, S10.24): claimed with serial number and code, proven
 * with a first code, asked about, given back. The rules are those of card tokens (docs/protocol/claim.md, phone.md).
 */
@Service
public class GatewayPhones {
    private final GatewayRows rows;
    private final GatewayKeys keys;
    private final GatewayViews views;
    private final GatewayClaims claims;
    private final GatewayEnds ends;
    private final PhoneSignatures signatures;
    private final GatewaySettings settings;

    GatewayPhones(
            GatewayRows rows,
            GatewayKeys keys,
            GatewayViews views,
            GatewayClaims claims,
            GatewayEnds ends,
            PhoneSignatures signatures,
            GatewaySettings settings) {
        this.rows = rows;
        this.keys = keys;
        this.views = views;
        this.claims = claims;
        this.ends = ends;
        this.signatures = signatures;
        this.settings = settings;
    }

    /** A phone that has shown that it has the key of an active token. */
    public static final class Caller {
        private final long token;

        private Caller(long token) {
            this.token = token;
        }
    }

    /**
     * Hands the key to the first phone that brings serial number and code, sealed to its public key. Whatever does not fit is
     * one outcome, after the same time. The serial number of a card token fits nothing here.
     *
     * @param serial as typed, in any digits
     * @param code as typed
     * @param publicKey the phone's fresh P-256 point, uncompressed, base64url: 87 characters
     * @param deviceName how the phone calls itself, at most 40 characters are kept
     * @throws InvalidValueException {@code error.activation.public-key}: not a point of the curve
     */
    public GatewayClaimOutcome claim(String serial, String code, String publicKey, @Nullable String deviceName) {
        if (!ClaimSeal.isPublicKey(publicKey)) {
            throw new InvalidValueException("error.activation.public-key");
        }
        return EvenTime.of(
                settings.answerTime(),
                () -> Serials.read(serial)
                        .flatMap(text -> rows.bySerial(keys.serialHashes(text)))
                        .filter(row -> row.state() == GatewayTokenState.ISSUED)
                        .map(row -> claims.claim(row, code, publicKey, deviceName))
                        .orElseGet(GatewayClaimOutcome.Refused::new));
    }

    /**
     * Proves a first code: the token is active with it, and holds for this device alone.
     *
     * @param device {@code null} where the phone says nothing of it yet
     */
    public GatewayProofOutcome prove(
            String reference, String code, @Nullable DeviceId device, @Nullable String deviceName) {
        return rows.byRef(GatewayKeys.sha256(reference))
                .map(row -> claims.prove(row, code, device, deviceName))
                .orElseGet(GatewayProofOutcome.Gone::new);
    }

    /** Who asks; empty for whatever is not right, after the same time. Of equal requests one gets an answer. */
    public Optional<Caller> caller(PhoneRequest request) {
        return EvenTime.of(settings.answerTime(), () -> {
            Optional<GatewayRow> row = rows.byPhone(GatewayKeys.sha256(request.name()));
            Optional<OtpKey> key = row.flatMap(found -> keys.key(found.id(), found.keySealed()));
            return signatures.counts(request, key.orElse(null))
                    ? row.map(found -> new Caller(found.id()))
                    : Optional.empty();
        });
    }

    /** The token as it stands, for the device that holds it. */
    @Transactional
    public PhoneOutcome<GatewayToken> state(Caller caller, DeviceId device, String deviceName) {
        return held(caller, device, deviceName, row -> Optional.of(views.of(row)));
    }

    /** The phone gives its token back (S10.17, S10.19): it is dead at once, and what it was linked to is without it. */
    @Transactional
    public PhoneOutcome<GatewayToken> delete(Caller caller, DeviceId device) {
        return held(caller, device, null, row -> {
            GatewayToken before = views.of(row);
            CustomerId customer = Objects.requireNonNull(row.customer());
            boolean ended = ends.end(GatewayTrail.PHONE_ACTOR, row, customer, "deleted", null);
            return ended ? Optional.of(before) : Optional.empty();
        });
    }

    /** Does something for the device that holds the token, and for no copy of it. */
    private <T> PhoneOutcome<T> held(
            Caller caller, DeviceId device, @Nullable String name, Function<GatewayRow, Optional<T>> work) {
        rows.hold(caller.token, device.hash(), TokenLabel.ofDevice(name).orElse(null));
        Optional<GatewayRow> row = rows.byId(caller.token).filter(found -> found.state() == GatewayTokenState.ACTIVE);
        if (row.isEmpty()) {
            return new PhoneOutcome.Gone<>();
        }
        StoredBytes holder = Objects.requireNonNull(row.get().deviceHash());
        if (!MessageDigest.isEqual(holder.bytes(), device.hash())) {
            return new PhoneOutcome.Held<>(
                    new Holder(row.get().deviceName(), row.get().activatedAt()));
        }
        return work.apply(row.get())
                .<PhoneOutcome<T>>map(PhoneOutcome.Done::new)
                .orElseGet(PhoneOutcome.Gone::new);
    }
}
