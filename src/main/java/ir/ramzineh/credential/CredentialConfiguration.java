package ir.ramzineh.credential;

import ir.ramzineh.vault.SealedColumn;
import ir.ramzineh.vault.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Announces what this module seals, so that the key rotation finds it. */
@Configuration(proxyBeanMethods = false)
class CredentialConfiguration {

    @Bean
    SealedTable sealedRecoveries() {
        return SealedTable.of(RecoveryRows.TABLE, "id", SealedColumn.withoutHash(RecoveryRows.MOBILE.column()));
    }
}
