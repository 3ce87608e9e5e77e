package ir.ramzineh.vault;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keys come from; one of the first two is needed.
 *
 * @param keyFile the JSON key file; read again when it changes
 * @param keys the same JSON in base64, for secret stores that hand over environment variables
 *     ({@code RAMZINEH_VAULT_KEYS}); changes need a restart
 * @param rotationHeadStart how long a new key is known to all nodes before anything is written with it
 * @param rotationBatchRows rows re-sealed between two progress reports
 */
@ConfigurationProperties("ramzineh.vault")
record VaultSettings(
        @Nullable Path keyFile,
        @Nullable String keys,
        @DefaultValue("60s") Duration rotationHeadStart,
        @DefaultValue("500") int rotationBatchRows) {

    @Override
    public String toString() {
        return "VaultSettings[keyFile=" + keyFile + ", keys=" + (keys == null ? "none" : "given") + "]";
    }
}
