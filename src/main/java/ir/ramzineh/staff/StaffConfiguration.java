package ir.ramzineh.staff;

import ir.ramzineh.vault.SealedColumn;
import ir.ramzineh.vault.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module seals, so that the key rotation finds it. */
@Configuration(proxyBeanMethods = false)
class StaffConfiguration {
    @Bean
    SealedTable sealedStaffMembers() {
        return SealedTable.of(
                StaffRows.TABLE,
                "id",
                new SealedColumn(StaffRows.NATIONAL_ID.column(), "national_id_hash"),
                SealedColumn.withoutHash(StaffRows.NAME_FA.column()),
                SealedColumn.withoutHash(StaffRows.NAME_EN.column()),
                new SealedColumn(StaffRows.DIRECTORY_NAME.column(), "directory_name_hash"));
    }

    @Bean
    SealedTable sealedStaffCredentials() {
        return SealedTable.of(
                StaffCredentialRows.TABLE, "staff_id", SealedColumn.withoutHash(StaffCredentialRows.KEY.column()));
    }
}
