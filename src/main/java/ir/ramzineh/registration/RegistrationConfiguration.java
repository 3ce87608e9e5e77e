package ir.ramzineh.registration;

import ir.ramzineh.vault.SealedColumn;
import ir.ramzineh.vault.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Announces what this module seals, so that the key rotation finds it. */
@Configuration(proxyBeanMethods = false)
class RegistrationConfiguration {

    @Bean
    SealedTable sealedRegistrations() {
        return SealedTable.of(
                ProcessRows.TABLE,
                "id",
                SealedColumn.withoutHash(ProcessRows.NATIONAL_ID.column()),
                SealedColumn.withoutHash(ProcessRows.MOBILE.column()));
    }
}
