package ir.ramzineh.token;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.otp.ActivationKeys;
import ir.ramzineh.otp.OtpKey;
import ir.ramzineh.vault.Field;
import ir.ramzineh.vault.Vault;
import ir.ramzineh.vault.VaultException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Token keys between row and memory. Nothing is kept in memory: opening a key costs microseconds, and a kept key could
 * outlive its token.
 */
@Component
class SealedKeys {
    static final Field HANDOVER = new Field("activation", "handover_sealed");
    static final Field SMS = new Field("activation", "sms_sealed");
    private static final Field KEY = new Field("token", "key_sealed");
    private static final Logger LOG = LoggerFactory.getLogger(SealedKeys.class);

    private final Vault vault;

    SealedKeys(Vault vault) {
        this.vault = vault;
    }

    SealedValue seal(TokenId token, OtpKey key) {
        return new SealedValue(vault.sealBytes(KEY, token.value(), key.bytes()));
    }

    /**
     * The key, or nothing when the row was altered, moved or sealed with a key that is gone: such a token has no good
     * codes, and the answer is the same as for a wrong code (security case 21).
     */
    Optional<OtpKey> open(TokenId token, SealedValue sealed) {
        try {
            return Optional.of(new OtpKey(vault.openBytes(KEY, token.value(), sealed.bytes())));
        } catch (VaultException e) {
            LOG.error("The key of token {} does not open: the row was altered or its vault key is missing", token);
            return Optional.empty();
        }
    }

    /**
     * The key that makes the codes of a token: its own, or the one that the personal PIN of its card opens. Without the
     * PIN that it is bound to, a token has no good codes.
     */
    Optional<OtpKey> codesOf(TokenTable.Live token) {
        Optional<OtpKey> key = open(new TokenId(token.id()), token.keySealed());
        if (!token.pinBound()) {
            return key;
        }
        Optional<String> pin = token.pin().flatMap(value -> openPin(token.card(), value));
        return key.flatMap(found -> pin.map(digits -> ActivationKeys.withPin(found, digits)));
    }

    private Optional<String> openPin(CardId card, SealedValue value) {
        try {
            return Optional.of(vault.open(PinTable.PIN, card.value(), value.bytes()));
        } catch (VaultException e) {
            LOG.error("The PIN of card {} does not open", card);
            return Optional.empty();
        }
    }

    SealedValue seal(Field field, ActivationId activation, String text) {
        return new SealedValue(vault.seal(field, activation.value(), text));
    }

    Optional<String> open(Field field, ActivationId activation, SealedValue sealed) {
        try {
            return Optional.of(vault.open(field, activation.value(), sealed.bytes()));
        } catch (VaultException e) {
            LOG.error("{} of activation {} does not open", field.column(), activation);
            return Optional.empty();
        }
    }
}
