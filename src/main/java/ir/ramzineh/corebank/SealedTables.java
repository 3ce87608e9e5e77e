package ir.ramzineh.corebank;

import ir.ramzineh.vault.Field;
import ir.ramzineh.vault.SealedColumn;
import ir.ramzineh.vault.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where sealed values stand in the tables of this module, for the vault and its rotation. */
@Configuration(proxyBeanMethods = false)
class SealedTables {
    static final Field NATIONAL_ID = new Field("corebank_customer", "national_id_sealed");
    static final Field NAME_FA = new Field("corebank_customer", "name_fa_sealed");
    static final Field NAME_EN = new Field("corebank_customer", "name_en_sealed");
    static final Field BIRTH_DATE = new Field("corebank_customer", "birth_date_sealed");
    static final Field MOBILE = new Field("corebank_customer", "mobile_sealed");

    static final Field CORRECTED_NUMBER = new Field("corebank_corrected_number", "number_sealed");

    static final Field CARD_NUMBER = new Field("corebank_card", "number_sealed");
    static final Field CARD_OWNER = new Field("corebank_card", "owner_sealed");
    static final Field HOLDER_FA = new Field("corebank_card", "holder_fa_sealed");
    static final Field HOLDER_EN = new Field("corebank_card", "holder_en_sealed");

    static final Field ACCOUNT_NUMBER = new Field("corebank_account", "number_sealed");
    static final Field ACCOUNT_OWNER = new Field("corebank_account", "owner_sealed");

    static final Field PARTY_FA = new Field("corebank_movement", "party_fa_sealed");
    static final Field PARTY_EN = new Field("corebank_movement", "party_en_sealed");

    @Bean
    SealedTable corebankCustomerSealedTable() {
        return SealedTable.of(
                "corebank_customer",
                "id",
                new SealedColumn("national_id_sealed", "national_id_hash"),
                SealedColumn.withoutHash("name_fa_sealed"),
                SealedColumn.withoutHash("name_en_sealed"),
                SealedColumn.withoutHash("birth_date_sealed"),
                new SealedColumn("mobile_sealed", "mobile_hash"));
    }

    @Bean
    SealedTable corebankCorrectedNumberSealedTable() {
        return SealedTable.of("corebank_corrected_number", "id", new SealedColumn("number_sealed", "number_hash"));
    }

    @Bean
    SealedTable corebankCardSealedTable() {
        return SealedTable.of(
                "corebank_card",
                "id",
                new SealedColumn("number_sealed", "number_hash"),
                new SealedColumn("owner_sealed", "owner_hash"),
                SealedColumn.withoutHash("holder_fa_sealed"),
                SealedColumn.withoutHash("holder_en_sealed"));
    }

    @Bean
    SealedTable corebankAccountSealedTable() {
        return SealedTable.of(
                "corebank_account",
                "id",
                new SealedColumn("number_sealed", "number_hash"),
                new SealedColumn("owner_sealed", "owner_hash"));
    }

    @Bean
    SealedTable corebankMovementSealedTable() {
        return SealedTable.of(
                "corebank_movement",
                "id",
                SealedColumn.withoutHash("party_fa_sealed"),
                SealedColumn.withoutHash("party_en_sealed"));
    }
}
