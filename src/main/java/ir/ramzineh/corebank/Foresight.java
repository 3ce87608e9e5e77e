package ir.ramzineh.corebank;

import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.vault.Vault;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares rows of a file with what stands in the tables, one batch at a time, and writes nothing. */
@Component
class Foresight {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final SealedRows sealed;
    private final CorrectedNumbers corrected;

    Foresight(JdbcClient jdbc, Vault vault, SealedRows sealed, CorrectedNumbers corrected) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.sealed = sealed;
        this.corrected = corrected;
    }

    FileEffect customers(List<BankCustomer> rows) {
        List<byte[]> hashes = rows.stream()
                .flatMap(row -> vault
                        .lookupHashes(SealedTables.NATIONAL_ID, row.nationalId().digits())
                        .stream())
                .toList();
        Map<NationalId, BankCustomer> standing = new HashMap<>();
        jdbc.sql(SealedRows.CUSTOMERS + "where national_id_hash in (:hashes)")
                .param("hashes", hashes)
                .query((row, n) -> sealed.customer(row))
                .list()
                .forEach(customer -> standing.put(customer.nationalId(), customer));
        return corrected.foreseen(rows).stream()
                .map(row -> effect(standing.get(row.nationalId()), row))
                .reduce(FileEffect.NONE, FileEffect::plus);
    }

    FileEffect cards(List<BankCard> rows) {
        List<byte[]> hashes = rows.stream()
                .flatMap(row -> vault
                        .lookupHashes(SealedTables.CARD_NUMBER, row.number().digits())
                        .stream())
                .toList();
        Map<CardNumber, BankCard> standing = new HashMap<>();
        jdbc.sql(SealedRows.CARDS + "where number_hash in (:hashes)")
                .param("hashes", hashes)
                .query((row, n) -> sealed.card(row))
                .list()
                .forEach(card -> standing.put(card.number(), card));
        return rows.stream()
                .map(row -> effect(standing.get(row.number()), row))
                .reduce(FileEffect.NONE, FileEffect::plus);
    }

    private static FileEffect effect(@Nullable BankCustomer stands, BankCustomer row) {
        if (stands == null) {
            return FileEffect.allNew(1);
        }
        boolean otherNumber = !stands.mobile().equals(row.mobile());
        boolean changed = otherNumber
                || !stands.name().equals(row.name())
                || !stands.birthDate().equals(row.birthDate())
                || !Objects.equals(stands.branch(), row.branch())
                || isOtherMoment(stands.mobileSince(), row.mobileSince());
        return new FileEffect(0, one(changed), one(!changed), one(otherNumber), 0, 0, 0);
    }

    /** A row that names no moment leaves the one of the same number as it is. */
    private static boolean isOtherMoment(@Nullable Instant stands, @Nullable Instant row) {
        return row != null && (stands == null || !UtcTime.toColumn(row).equals(UtcTime.toColumn(stands)));
    }

    private static FileEffect effect(@Nullable BankCard stands, BankCard row) {
        if (stands == null) {
            return FileEffect.allNew(1);
        }
        boolean changed = !stands.equals(row);
        return new FileEffect(
                0,
                one(changed),
                one(!changed),
                0,
                one(!stands.owner().equals(row.owner())),
                one(stands.active() && !row.active()),
                one(!stands.active() && row.active()));
    }

    private static long one(boolean counts) {
        return counts ? 1 : 0;
    }
}
