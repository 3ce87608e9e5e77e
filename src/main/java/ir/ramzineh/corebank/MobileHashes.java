package ir.ramzineh.corebank;

import ir.ramzineh.vault.Vault;
import ir.ramzineh.vault.VaultException;
import java.nio.ByteBuffer;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Completes imported customers from before numbers could be looked up, once, before the first request. */
@Component
@ConditionalOnProperty(name = "ramzineh.corebank.adapter", havingValue = "tables", matchIfMissing = true)
class MobileHashes implements SmartInitializingSingleton {
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final Vault vault;

    MobileHashes(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    public void afterSingletonsInstantiated() {
        long after = Long.MIN_VALUE;
        List<Row> rows;
        do {
            rows = jdbc.sql("""
                            select id, mobile_sealed from corebank_customer
                             where mobile_hash is null and id > :after order by id limit :limit
                            """)
                    .param("after", after)
                    .param("limit", BATCH)
                    .query((row, n) -> new Row(row.getLong("id"), ByteBuffer.wrap(row.getBytes("mobile_sealed"))))
                    .list();
            rows.forEach(this::complete);
            after = rows.isEmpty() ? after : rows.getLast().id();
        } while (rows.size() == BATCH);
    }

    private void complete(Row row) {
        String mobile;
        try {
            mobile = vault.open(SealedTables.MOBILE, row.id(), row.sealed().array());
        } catch (VaultException altered) {
            // Evidence of a damage; whoever stands there is found by nothing, which is no reason not to start.
            return;
        }
        jdbc.sql("update corebank_customer set mobile_hash = :hash where id = :id and mobile_hash is null")
                .param("hash", vault.lookupHash(SealedTables.MOBILE, mobile))
                .param("id", row.id())
                .update();
    }

    private record Row(long id, ByteBuffer sealed) {}
}
