package ir.ramzineh.otp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Makes a token's key out of parts that travel on different ways (S1.14, S3.5, S8.5, S14.6). The key never travels. All
 * parts go through one HKDF-SHA-256 (RFC 5869), so whoever lacks one part knows nothing of the key but what guessing
 * that part is worth: a part of 8 digits is worth 23 bits, a part of 16 letters 70, a scanned part 256.
 */
public final class ActivationKeys {
    private static final byte[] SALT = "ramzineh activation parts v1".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] PIN_SALT = "ramzineh personal pin v1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] REFERENCE_SALT = "ramzineh reference v1".getBytes(StandardCharsets.US_ASCII);
    private static final int REFERENCE_BYTES = 16;

    private ActivationKeys() {}

    /** Draws fresh typed parts, one of each format. */
    public static List<TypedPart> split(List<PartFormat> formats, RandomGenerator random) {
        List<TypedPart> parts = new ArrayList<>();
        for (PartFormat format : formats) {
            parts.add(TypedPart.random(format, random));
        }
        return parts;
    }

    /**
     * The key that all parts make together, as long as the hash of {@code context} wants it.
     *
     * @param parts in any order; numbered 1 to their count, each once
     */
    public static OtpKey derive(List<? extends KeyPart> parts, ActivationContext context) {
        int length = context.spec().algorithm().keyBytes();
        return new OtpKey(hkdf(material(parts), SALT, context.bytes(), length));
    }

    /**
     * The key that a personal PIN opens (S7.3, S7.11): every PIN gives one, and none tells whether it is the right one.
     *
     * @param pin Latin digits
     */
    public static OtpKey withPin(OtpKey key, String pin) {
        byte[] bytes = key.bytes();
        return new OtpKey(hkdf(bytes, PIN_SALT, pin.getBytes(StandardCharsets.US_ASCII), bytes.length));
    }

    /**
     * By what a phone names an activation when it was told nothing but the parts: 128 bits out of the key, base64url.
     * Who can say it, has the key; it says nothing about the key.
     */
    public static String reference(OtpKey key, ActivationContext context) {
        byte[] reference = hkdf(key.bytes(), REFERENCE_SALT, context.bytes(), REFERENCE_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(reference);
    }

    /** Every part as number, length in two bytes, and its bytes. */
    static byte[] material(List<? extends KeyPart> parts) {
        List<KeyPart> sorted = new ArrayList<>(parts);
        sorted.sort(Comparator.comparingInt(KeyPart::number));
        ByteArrayOutputStream material = new ByteArrayOutputStream(256);
        for (int i = 0; i < sorted.size(); i++) {
            if (sorted.get(i).number() != i + 1) {
                throw new IllegalArgumentException("a part is missing or there twice");
            }
            byte[] bytes = sorted.get(i).material();
            material.write(i + 1);
            material.write(bytes.length >> 8);
            material.write(bytes.length);
            material.writeBytes(bytes);
        }
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("a key has at least one part");
        }
        return material.toByteArray();
    }

    static byte[] hkdf(byte[] material, byte[] salt, byte[] info, int length) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(material)
                            .addSalt(salt)
                            .thenExpand(info, length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HKDF-SHA256", e);
        }
    }
}
