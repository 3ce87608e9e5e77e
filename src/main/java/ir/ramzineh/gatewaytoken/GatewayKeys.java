package ir.ramzineh.gatewaytoken;

import ir.ramzineh.otp.OtpKey;
import ir.ramzineh.otp.PhoneKeys;
import ir.ramzineh.vault.Field;
import ir.ramzineh.vault.Vault;
import ir.ramzineh.vault.VaultException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What is sealed in a token's row: its key, its serial number, its activation code, its reference. */
@Component
class GatewayKeys {
    static final String TABLE = "gateway_token";
    static final Field SERIAL = new Field(TABLE, "serial_sealed");
    static final Field CODE = new Field(TABLE, "code_sealed");
    static final Field REF = new Field(TABLE, "ref_sealed");
    static final Field KEY = new Field(TABLE, "key_sealed");
    private static final Logger LOG = LoggerFactory.getLogger(GatewayKeys.class);

    private final Vault vault;

    GatewayKeys(Vault vault) {
        this.vault = vault;
    }

    byte[] seal(Field field, long id, String text) {
        return vault.seal(field, id, text);
    }

    byte[] seal(long id, OtpKey key) {
        return vault.sealBytes(KEY, id, key.bytes());
    }

    /** Empty where the row was altered or its vault key is gone: such a token has no good codes (security case 21). */
    Optional<OtpKey> key(long id, @Nullable StoredBytes sealed) {
        if (sealed == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new OtpKey(vault.openBytes(KEY, id, sealed.bytes())));
        } catch (VaultException e) {
            LOG.error("The key of account token {} does not open", id);
            return Optional.empty();
        }
    }

    Optional<String> open(Field field, long id, @Nullable StoredBytes sealed) {
        if (sealed == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(vault.open(field, id, sealed.bytes()));
        } catch (VaultException e) {
            LOG.error("{} of account token {} does not open", field.column(), id);
            return Optional.empty();
        }
    }

    byte[] serialHash(String serial) {
        return vault.lookupHash(SERIAL, serial);
    }

    List<byte[]> serialHashes(String serial) {
        return vault.lookupHashes(SERIAL, serial);
    }

    static byte[] nameHash(OtpKey key) {
        return sha256(PhoneKeys.name(key));
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
