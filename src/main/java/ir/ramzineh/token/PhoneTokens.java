package ir.ramzineh.token;

import ir.ramzineh.card.CardChannels;
import ir.ramzineh.card.CardPasswords;
import ir.ramzineh.card.PasswordState;
import ir.ramzineh.kernel.EvenTime;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.otp.ClaimSeal;
import ir.ramzineh.otp.OtpKey;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a phone may ask for its own active token (docs/protocol/phone.md). It has no session and no registration: it shows
 * that it has the key, and each request counts once.
 */
@Service
public class PhoneTokens {
    private final PhoneTable phones;
    private final PhoneSignatures signatures;
    private final SealedKeys keys;
    private final PhoneStates states;
    private final PhoneMoves moves;
    private final NewPhones newPhones;
    private final Deletions deletions;
    private final Editions editions;
    private final CardChannels channels;
    private final CardPasswords passwords;
    private final TokenSettings settings;

    PhoneTokens(
            PhoneTable phones,
            PhoneSignatures signatures,
            SealedKeys keys,
            PhoneStates states,
            PhoneMoves moves,
            NewPhones newPhones,
            Deletions deletions,
            Editions editions,
            CardChannels channels,
            CardPasswords passwords,
            TokenSettings settings) {
        this.phones = phones;
        this.signatures = signatures;
        this.keys = keys;
        this.states = states;
        this.moves = moves;
        this.newPhones = newPhones;
        this.deletions = deletions;
        this.editions = editions;
        this.channels = channels;
        this.passwords = passwords;
        this.settings = settings;
    }

    /**
     * Who asks. Empty for whatever is not right, after the same time: no such token or a dead one, altered, too old or too
     * young, made before. Of any number of equal requests, on any number of nodes, one gets an answer.
     */
    public Optional<PhoneCaller> caller(PhoneRequest request) {
        return EvenTime.of(settings.claimTime(), () -> authentic(request));
    }

    private Optional<PhoneCaller> authentic(PhoneRequest request) {
        Optional<PhoneTable.Row> token = phones.active(PhoneNames.hash(request.name()));
        Optional<OtpKey> key = token.flatMap(row -> keys.open(row.id(), row.keySealed()));
        return signatures.counts(request, key.orElse(null))
                ? token.map(row -> new PhoneCaller(row.id(), row.customer(), row.card(), row.kind()))
                : Optional.empty();
    }

    /** What must be remembered of requests: an equal one could be timely again for this long. */
    static Duration memory() {
        return PhoneSignatures.CLOCK_ERROR_MAX.multipliedBy(3);
    }

    /**
     * What holds at the bank (S5.5).
     *
     * @param deviceName names the token where nobody has
     */
    @Transactional
    public PhoneOutcome<PhoneState> state(PhoneCaller caller, DeviceId device, String deviceName) {
        return held(caller, device, deviceName, states::of);
    }

    /** The phone gives its token back (S10.12, S10.17); as {@link Tokens#delete}. */
    @Transactional
    public PhoneOutcome<PhoneDeleted> delete(PhoneCaller caller, DeviceId device) {
        channels.hold(caller.card());
        return held(caller, device, null, this::delete);
    }

    private Optional<PhoneDeleted> delete(PhoneTable.Row token) {
        if (!(deletions.delete(token.customer(), token.id(), PhoneActivations.PHONE, Map.of())
                instanceof DeleteOutcome.Deleted)) {
            return Optional.empty();
        }
        phones.givenBack(token.id());
        boolean staticAgain = passwords.status(token.card(), token.kind()).state() == PasswordState.STATIC;
        return Optional.of(new PhoneDeleted(token.kind(), staticAgain, editions.of(token.card(), token.kind())));
    }

    /**
     * Begins a move to a new phone, which shows its public key to the old one (S10.23). The old token lives until the new
     * phone has proven a first code with {@link PhoneActivations#prove}, and dies then.
     *
     * @param publicKey the new phone's fresh P-256 point, uncompressed, base64url: 87 characters
     * @param deviceName how the new phone calls itself
     * @throws InvalidValueException {@code error.activation.public-key}: not a point of the curve
     */
    @Transactional
    public PhoneOutcome<MoveOutcome> move(PhoneCaller caller, DeviceId device, String publicKey, String deviceName) {
        if (!ClaimSeal.isPublicKey(publicKey)) {
            throw new InvalidValueException("error.activation.public-key");
        }
        channels.hold(caller.card());
        return held(caller, device, null, token -> moves.begin(token, publicKey, deviceName));
    }

    /**
     * The phone is there after all: a wish for a new one in its place is void.
     *
     * @return whether there was one
     */
    @Transactional
    public PhoneOutcome<Boolean> keep(PhoneCaller caller, DeviceId device) {
        channels.hold(caller.card());
        return held(
                caller,
                device,
                null,
                token -> Optional.of(
                        newPhones.refuse(token.customer(), token.card(), token.kind(), PhoneActivations.PHONE)));
    }

    /** Does something for the device that holds the token, and for no copy of it. */
    private <T> PhoneOutcome<T> held(
            PhoneCaller caller, DeviceId device, @Nullable String name, Function<PhoneTable.Row, Optional<T>> work) {
        String label = TokenLabel.ofDevice(name).orElse(null);
        return switch (phones.hold(caller.token(), device.hash(), label)) {
            case HOLDS_IT ->
                phones.active(caller.token())
                        .flatMap(work)
                        .<PhoneOutcome<T>>map(PhoneOutcome.Done::new)
                        .orElseGet(PhoneOutcome.Gone::new);
            case HAS_A_COPY ->
                phones.holder(caller.card(), caller.kind())
                        .<PhoneOutcome<T>>map(PhoneOutcome.Held::new)
                        .orElseGet(PhoneOutcome.Gone::new);
            case TOKEN_IS_DEAD -> new PhoneOutcome.Gone<>();
        };
    }
}
