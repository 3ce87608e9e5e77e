package ir.ramzineh.otp;

import ir.ramzineh.kernel.PasswordKind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a key is for. It goes into the key's derivation and into the claim's seal: a phone that was told other digits or
 * another kind computes another key, and its first code fails.
 *
 * @param reference of the activation: 1 to 40 of A-Z a-z 0-9 - _; not a secret
 * @param kind first or second password of the card; {@code null} for an account token, which belongs to no card (S10.2)
 * @param spec how codes are made
 */
public record ActivationContext(String reference, @Nullable PasswordKind kind, TotpSpec spec) {
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final String LABEL = "ramzineh activation v1";

    /** Stands in no link: links are for cards. */
    private static final int NO_CARD = 3;

    /** Checks the reference. */
    public ActivationContext {
        if (!REFERENCE.matcher(reference).matches()) {
            throw new IllegalArgumentException("a reference has 1 to 40 of A-Z a-z 0-9 - _");
        }
    }

    /** The bytes both sides agree on; layout in docs/protocol/activation.md. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(80);
        bytes.writeBytes(LABEL.getBytes(StandardCharsets.US_ASCII));
        bytes.write(0);
        bytes.write(reference.length());
        bytes.writeBytes(reference.getBytes(StandardCharsets.US_ASCII));
        bytes.write(wireCode(kind));
        bytes.write(spec.algorithm().wireCode());
        bytes.write(spec.digits());
        bytes.write(spec.periodSeconds() >> 8);
        bytes.write(spec.periodSeconds());
        return bytes.toByteArray();
    }

    static int wireCode(@Nullable PasswordKind kind) {
        if (kind == null) {
            return NO_CARD;
        }
        return kind == PasswordKind.FIRST ? 1 : 2;
    }

    static PasswordKind kindOfWireCode(int code) {
        return switch (code) {
            case 1 -> PasswordKind.FIRST;
            case 2 -> PasswordKind.SECOND;
            default -> throw new IllegalArgumentException("unknown password kind");
        };
    }
}
