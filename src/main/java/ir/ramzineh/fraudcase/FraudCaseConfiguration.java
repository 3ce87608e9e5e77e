package ir.ramzineh.fraudcase;

import ir.ramzineh.vault.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FraudCaseConfiguration {
    @Bean
    SealedTable sealedFraudCaseNotes() {
        return CaseTable.SEALED;
    }
}
