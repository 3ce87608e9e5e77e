package ir.ramzineh.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/** Tink's own form of a sealed value: 1, key id (4 bytes, big endian), nonce (12), cipher text, tag (16). */
final class SealFormat {
    static final int PREFIX_BYTES = 5;
    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;
    static final int OVERHEAD_BYTES = PREFIX_BYTES + NONCE_BYTES + TAG_BYTES;
    private static final byte TINK = 1;

    private SealFormat() {}

    /** The version a value was sealed with, as it claims; only opening it shows whether that is true. */
    static int keyId(byte[] sealed) {
        if (sealed.length < OVERHEAD_BYTES || sealed[0] != TINK) {
            throw new VaultException();
        }
        return ByteBuffer.wrap(sealed).getInt(1);
    }

    /** The first bytes of every value sealed with {@code key}. */
    static byte[] prefix(KeyVersion key) {
        return ByteBuffer.allocate(PREFIX_BYTES).put(TINK).putInt(key.id()).array();
    }

    @AccessesPartialKey
    static Aead cipher(KeyVersion key) {
        try {
            AesGcmParameters parameters = AesGcmParameters.builder()
                    .setKeySizeBytes(KeyVersion.SECRET_BYTES)
                    .setIvSizeBytes(NONCE_BYTES)
                    .setTagSizeBytes(TAG_BYTES)
                    .setVariant(AesGcmParameters.Variant.TINK)
                    .build();
            return AesGcmJce.create(AesGcmKey.builder()
                    .setParameters(parameters)
                    .setKeyBytes(key.secret())
                    .setIdRequirement(key.id())
                    .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }
}
