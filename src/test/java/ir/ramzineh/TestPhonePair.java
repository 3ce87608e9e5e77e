package ir.ramzineh;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The P-256 pair of a phone, and what is sealed to it. */
final class TestPhonePair {
    private final KeyPair pair;

    TestPhonePair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            this.pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was sealed to this phone (docs/protocol/activation.md, section 5). */
    byte[] open(byte[] context, byte[] ephemeral, byte[] sealed) {
        try {
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(pair.getPrivate());
            agreement.doPhase(publicKey(ephemeral), true);
            byte[] own = point();
            byte[] salt = ByteBuffer.allocate(130).put(ephemeral).put(own).array();
            byte[] okm = TestPhoneKeys.derive(
                    agreement.generateSecret(), salt, "ramzineh claim v1".getBytes(StandardCharsets.US_ASCII), 44);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE, new SecretKeySpec(okm, 0, 32, "AES"), new GCMParameterSpec(128, okm, 32, 12));
            cipher.updateAAD(context);
            return cipher.doFinal(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the seal does not open", e);
        }
    }

    private static PublicKey publicKey(byte[] raw) throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(raw, 1, 33)), new BigInteger(1, Arrays.copyOfRange(raw, 33, 65)));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
    }

    /** The public half as 65 bytes. */
    byte[] point() {
        ECPoint point = ((ECPublicKey) pair.getPublic()).getW();
        byte[] raw = new byte[65];
        raw[0] = 4;
        put(point.getAffineX(), raw, 33);
        put(point.getAffineY(), raw, 65);
        return raw;
    }

    private static void put(BigInteger value, byte[] raw, int end) {
        byte[] bytes = value.toByteArray();
        int length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, raw, end - length, length);
    }
}
