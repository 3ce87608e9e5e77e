package ir.ramzineh.token;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.card.CardPasswords;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.Digits;
import ir.ramzineh.kernel.EvenTime;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.otp.ClaimSeal;
import ir.ramzineh.vault.Purpose;
import ir.ramzineh.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Activation seen from the phone, which has no session and is known by nothing but what it read. */
@Service
public class PhoneActivations {
    static final Actor PHONE = new Actor.Channel("phone");
    private static final Purpose NETWORK = new Purpose("token.claim-network");

    private final ActivationTable table;
    private final ActivationGate gate;
    private final PhoneSteps steps;
    private final Proofs proofs;
    private final CardPasswords passwords;
    private final Vault vault;
    private final TokenSettings settings;

    PhoneActivations(
            ActivationTable table,
            ActivationGate gate,
            PhoneSteps steps,
            Proofs proofs,
            CardPasswords passwords,
            Vault vault,
            TokenSettings settings) {
        this.table = table;
        this.gate = gate;
        this.steps = steps;
        this.proofs = proofs;
        this.passwords = passwords;
        this.vault = vault;
        this.settings = settings;
    }

    /**
     * The phone has read the QR; the customer's page notices. With {@code QR_AND_SMS} the code leaves for the
     * registered number (S8.5, D3). Reporting again changes nothing and sends nothing.
     */
    public ScanOutcome scanned(ActivationRef ref) {
        return find(ref).map(row -> steps.scanned(row, PHONE)).orElseGet(ScanOutcome.Gone::new);
    }

    /**
     * Hands the key to the first phone that brings the right code, sealed to its public key.
     *
     * @param code as typed, in any digits
     * @param publicKey the phone's fresh P-256 point, uncompressed, base64url: 87 characters
     * @param deviceName how the phone calls itself, at most 40 characters are kept
     * @throws InvalidValueException {@code error.activation.public-key}: not a point of the curve
     */
    public ClaimOutcome claim(ActivationRef ref, String code, String publicKey, @Nullable String deviceName) {
        requirePoint(publicKey);
        return find(ref)
                .map(row -> steps.claim(row, ref, new ClaimWish(code, publicKey, deviceName, null), PHONE))
                .orElseGet(ClaimOutcome.Gone::new);
    }

    /**
     * The same with the serial number on the receipt (S9.9, S10.10). Whatever does not fit is the same outcome, after the
     * same time: nobody learns which of the two was wrong.
     *
     * @param serial as typed, in any digits
     */
    public ClaimOutcome claimBySerial(String serial, String code, String publicKey, @Nullable String deviceName) {
        requirePoint(publicKey);
        String typed = Digits.typed(serial);
        Optional<ActivationTable.Row> row = typed.matches("[0-9]{1,40}")
                ? table.bySerial(vault.lookupHashes(AtmActivations.SERIAL, typed))
                : Optional.empty();
        return claim(row, new ClaimWish(code, publicKey, deviceName, null));
    }

    /**
     * The same with the card number alone, for ways whose code says everything else (S7.10). Strangers know card numbers:
     * their wrong codes are counted apart, by where they come from.
     */
    public ClaimOutcome claimByCard(
            CardNumber card,
            PasswordKind kind,
            String code,
            String publicKey,
            @Nullable String deviceName,
            ClientAddress from) {
        requirePoint(publicKey);
        CardId id = passwords.look(card, kind).card();
        Optional<ActivationTable.Row> row = id == null ? Optional.empty() : table.live(id, kind);
        byte[] network = vault.mac(NETWORK, from.counted().getBytes(StandardCharsets.US_ASCII));
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(network);
        return claim(
                row.filter(live -> live.way() == ActivationWay.SMS_CODE),
                new ClaimWish(code, publicKey, deviceName, text));
    }

    private ClaimOutcome claim(Optional<ActivationTable.Row> row, ClaimWish wish) {
        return EvenTime.of(
                settings.claimTime(),
                () -> row.flatMap(gate::pass)
                        .flatMap(live -> steps.refOf(live).map(ref -> steps.claim(live, ref, wish, PHONE)))
                        .filter(outcome -> !(outcome instanceof ClaimOutcome.Wrong))
                        .orElseGet(ClaimOutcome.Gone::new));
    }

    private static void requirePoint(String publicKey) {
        if (!ClaimSeal.isPublicKey(publicKey)) {
            throw new InvalidValueException("error.activation.public-key");
        }
    }

    /**
     * Proves a first code from the phone itself; otherwise as {@link Activations#prove}.
     *
     * @param device what the phone will be known by (S10.23); {@code null} where it says nothing of it yet
     * @param deviceName how the phone calls itself, if it has not said so before
     */
    public ProofOutcome prove(ActivationRef ref, String code, @Nullable DeviceId device, @Nullable String deviceName) {
        return find(ref)
                .map(row -> proofs.prove(row, code, PHONE, new ProvingPhone(device, deviceName)))
                .orElseGet(() -> new ProofOutcome.Over(ActivationState.EXPIRED));
    }

    private Optional<ActivationTable.Row> find(ActivationRef ref) {
        return table.find(hash(ref)).flatMap(gate::pass);
    }

    static byte[] hash(ActivationRef ref) {
        return Sha256.of(ref.value().getBytes(StandardCharsets.US_ASCII));
    }
}
