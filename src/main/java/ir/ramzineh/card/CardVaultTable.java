package ir.ramzineh.card;

import ir.ramzineh.vault.SealedColumn;
import ir.ramzineh.vault.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the vault what of this module it has to re-seal when its keys rotate. */
@Configuration(proxyBeanMethods = false)
class CardVaultTable {
    @Bean
    SealedTable sealedCards() {
        return SealedTable.of(
                "card",
                "id",
                new SealedColumn(CardTable.PAN.column(), "pan_hash"),
                new SealedColumn(CardTable.OWNER.column(), "owner_hash"));
    }
}
