package ir.ramzineh.token;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.otp.ClaimSeal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Activation seen from the phone, which has no session and is known by nothing but what it read. */
@Service
public class PhoneActivations {
    private static final Actor PHONE = new Actor.Channel("phone");

    private final ActivationTable table;
    private final ActivationGate gate;
    private final PhoneSteps steps;
    private final Proofs proofs;

    PhoneActivations(ActivationTable table, ActivationGate gate, PhoneSteps steps, Proofs proofs) {
        this.table = table;
        this.gate = gate;
        this.steps = steps;
        this.proofs = proofs;
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
        try {
            ClaimSeal.publicKey(publicKey);
        } catch (IllegalArgumentException malformed) {
            throw new InvalidValueException("error.activation.public-key");
        }
        return find(ref)
                .map(row -> steps.claim(row, ref, code, publicKey, deviceName, PHONE))
                .orElseGet(ClaimOutcome.Gone::new);
    }

    /** Proves a first code from the phone itself; otherwise as {@link Activations#prove}. */
    public ProofOutcome prove(ActivationRef ref, String code) {
        return find(ref)
                .map(row -> proofs.prove(row, code, PHONE))
                .orElseGet(() -> new ProofOutcome.Over(ActivationState.EXPIRED));
    }

    private Optional<ActivationTable.Row> find(ActivationRef ref) {
        return table.find(hash(ref)).flatMap(gate::pass);
    }

    /** 128 random bits need neither salt nor key: nobody can go through them. */
    static byte[] hash(ActivationRef ref) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(ref.value().getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
