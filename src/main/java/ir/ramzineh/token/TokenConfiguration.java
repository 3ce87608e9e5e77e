package ir.ramzineh.token;

import ir.ramzineh.vault.SealedColumn;
import ir.ramzineh.vault.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Announces the sealed columns of this module, so that a change of vault keys finds them. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {
    @Bean
    SealedTable sealedTokens() {
        return SealedTable.of("token", "id", SealedColumn.withoutHash("key_sealed"));
    }

    @Bean
    SealedTable sealedActivations() {
        return SealedTable.of(
                "activation",
                "id",
                SealedColumn.withoutHash("handover_sealed"),
                SealedColumn.withoutHash("sms_sealed"));
    }
}
