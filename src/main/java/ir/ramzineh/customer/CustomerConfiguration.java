package ir.ramzineh.customer;

import ir.ramzineh.vault.SealedColumn;
import ir.ramzineh.vault.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Announces what this module seals, so that the key rotation finds it. */
@Configuration(proxyBeanMethods = false)
class CustomerConfiguration {

    @Bean
    SealedTable sealedCustomers() {
        return SealedTable.of(
                CustomerRows.TABLE,
                "id",
                new SealedColumn(CustomerRows.NATIONAL_ID.column(), "national_id_hash"),
                new SealedColumn(CustomerRows.MOBILE.column(), "mobile_hash"),
                SealedColumn.withoutHash(CustomerRows.NAME_FA.column()),
                SealedColumn.withoutHash(CustomerRows.NAME_EN.column()));
    }
}
