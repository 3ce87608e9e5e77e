package ir.ramzineh.otp;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals a token's key to one phone: ephemeral ECDH on P-256, HKDF-SHA-256, AES-256-GCM. A browser does its side with
 * WebCrypto alone. The context is authenticated with it, so that nobody on the way can change digits, period or kind.
 * Every seal has its own ephemeral key, hence key and nonce are never used twice.
 */
public final class ClaimSeal {
    private static final int COORDINATE_BYTES = 32;
    private static final int POINT_BYTES = 1 + 2 * COORDINATE_BYTES;
    private static final int AES_KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] LABEL = "ramzineh claim v1".getBytes(StandardCharsets.US_ASCII);

    private ClaimSeal() {}

    /**
     * A sealed key on its way to a phone; both fields are base64url without padding, neither is a secret.
     *
     * @param ephemeralKey the server's one-time public key, 65 bytes
     * @param sealedKey ciphertext and tag
     */
    public record SealedClaim(String ephemeralKey, String sealedKey) {}

    /**
     * Seals {@code key} to the phone that holds the private half of {@code phoneKey}.
     *
     * @param phoneKey raw public key of P-256, 65 bytes beginning with 4, in base64url
     * @throws IllegalArgumentException if it is not a point of P-256
     */
    public static SealedClaim seal(String phoneKey, OtpKey key, ActivationContext context, SecureRandom random) {
        PublicKey phone = publicKey(phoneKey);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return seal(phone, key, context, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no P-256", e);
        }
    }

    static SealedClaim seal(PublicKey phone, OtpKey key, ActivationContext context, KeyPair ephemeral) {
        byte[] keyAndNonce = keyAndNonce(ephemeral.getPrivate(), phone, ephemeral.getPublic(), phone);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keyAndNonce, context).doFinal(key.bytes());
            return new SealedClaim(publicKeyText(ephemeral.getPublic()), toText(sealed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-GCM", e);
        }
    }

    /**
     * The phone's side, in Java for simulators and tests.
     *
     * @throws IllegalArgumentException if the seal was made for another phone or another context, or was altered
     */
    public static OtpKey open(KeyPair phone, SealedClaim claim, ActivationContext context) {
        PublicKey ephemeral = publicKey(claim.ephemeralKey());
        byte[] keyAndNonce = keyAndNonce(phone.getPrivate(), ephemeral, ephemeral, phone.getPublic());
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, keyAndNonce, context);
            return new OtpKey(cipher.doFinal(Base64.getUrlDecoder().decode(claim.sealedKey())));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("this seal is not for this phone and context", e);
        }
    }

    /** A public key as it travels: base64url of the raw point. */
    public static String publicKeyText(PublicKey key) {
        return toText(rawPoint(key));
    }

    /**
     * Reads a public key as it travels and checks that the point lies on the curve.
     *
     * @throws IllegalArgumentException if it is not a point of P-256
     */
    public static PublicKey publicKey(String text) {
        if (!text.matches("[A-Za-z0-9_-]{87}")) {
            throw new IllegalArgumentException("not a raw P-256 public key");
        }
        byte[] raw = Base64.getUrlDecoder().decode(text);
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(raw, 1, 1 + COORDINATE_BYTES));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(raw, 1 + COORDINATE_BYTES, POINT_BYTES));
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            ECParameterSpec curve = parameters.getParameterSpec(ECParameterSpec.class);
            if (raw[0] != 4 || !isOnCurve(x, y, curve)) {
                throw new IllegalArgumentException("not a point of P-256");
            }
            return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no P-256", e);
        }
    }

    /** Whether a public key as it travels is a point of P-256. */
    public static boolean isPublicKey(String text) {
        try {
            publicKey(text);
            return true;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** y² = x³ + ax + b modulo p, both below p; a point elsewhere would leak our private key. */
    private static boolean isOnCurve(BigInteger x, BigInteger y, ECParameterSpec curve) {
        BigInteger p = ((ECFieldFp) curve.getCurve().getField()).getP();
        BigInteger right = x.pow(3)
                .add(curve.getCurve().getA().multiply(x))
                .add(curve.getCurve().getB())
                .mod(p);
        return x.compareTo(p) < 0 && y.compareTo(p) < 0 && y.pow(2).mod(p).equals(right);
    }

    /** 32 bytes of AES key and 12 of nonce: HKDF over the shared secret, salted with both public keys. */
    static byte[] keyAndNonce(PrivateKey own, PublicKey other, PublicKey ephemeral, PublicKey phone) {
        byte[] salt = new byte[2 * POINT_BYTES];
        System.arraycopy(rawPoint(ephemeral), 0, salt, 0, POINT_BYTES);
        System.arraycopy(rawPoint(phone), 0, salt, POINT_BYTES, POINT_BYTES);
        return ActivationKeys.hkdf(sharedSecret(own, other), salt, LABEL, AES_KEY_BYTES + NONCE_BYTES);
    }

    static byte[] sharedSecret(PrivateKey own, PublicKey other) {
        try {
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(own);
            agreement.doPhase(other, true);
            return agreement.generateSecret();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no ECDH", e);
        }
    }

    private static Cipher cipher(int mode, byte[] keyAndNonce, ActivationContext context)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(keyAndNonce, 0, AES_KEY_BYTES, "AES"),
                new GCMParameterSpec(TAG_BITS, keyAndNonce, AES_KEY_BYTES, NONCE_BYTES));
        cipher.updateAAD(context.bytes());
        return cipher;
    }

    static byte[] rawPoint(PublicKey key) {
        ECPoint point = ((ECPublicKey) key).getW();
        byte[] raw = new byte[POINT_BYTES];
        raw[0] = 4;
        coordinate(point.getAffineX(), raw, 1);
        coordinate(point.getAffineY(), raw, 1 + COORDINATE_BYTES);
        return raw;
    }

    private static void coordinate(BigInteger value, byte[] raw, int offset) {
        byte[] bytes = value.toByteArray(); // may carry a sign byte in front or be short
        int length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, raw, offset + COORDINATE_BYTES - length, length);
    }

    private static String toText(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
