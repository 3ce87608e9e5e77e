package ir.ramzineh.token;

import ir.ramzineh.otp.OtpKey;
import ir.ramzineh.otp.PhoneKeys;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The names by which phones speak for their tokens; kept as SHA-256, like the references of activations. */
@Component
class PhoneNames {
    private final PhoneTable phones;
    private final SealedKeys keys;

    PhoneNames(PhoneTable phones, SealedKeys keys) {
        this.phones = phones;
        this.keys = keys;
    }

    static byte[] hash(String name) {
        return Sha256.of(name.getBytes(StandardCharsets.UTF_8));
    }

    /** From now on the phone of this active token is recognised. */
    void give(TokenId token) {
        phones.active(token).ifPresent(this::give);
    }

    /**
     * Names phones of tokens that were proven before phones had names.
     *
     * @return how many
     */
    int giveMissing(int rows) {
        int named = 0;
        for (PhoneTable.Row row : phones.nameless(rows)) {
            named += give(row) ? 1 : 0;
        }
        return named;
    }

    private boolean give(PhoneTable.Row row) {
        Optional<OtpKey> key = keys.open(row.id(), row.keySealed());
        return key.isPresent() && phones.name(row.id(), hash(PhoneKeys.name(key.get())));
    }
}
