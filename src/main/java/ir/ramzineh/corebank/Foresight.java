package ir.ramzineh.corebank;

import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.vault.Vault;
import ir.ramzineh.vault.VaultException;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
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
        Map<ByteBuffer, Optional<BankCustomer>> standing = standing(
                SealedRows.CUSTOMERS + "where national_id_hash in (:hashes)",
                "national_id_hash",
                rows.stream().flatMap(row -> hashes(row).stream()).toList(),
                (row, n) -> sealed.customer(row));
        return corrected.foreseen(rows).stream()
                .map(row -> effectOfCustomer(known(standing, hashes(row)), row))
                .reduce(FileEffect.NONE, FileEffect::plus);
    }

    FileEffect cards(List<BankCard> rows) {
        Map<ByteBuffer, Optional<BankCard>> standing = standing(
                SealedRows.CARDS + "where number_hash in (:hashes)",
                "number_hash",
                rows.stream().flatMap(row -> hashes(row).stream()).toList(),
                (row, n) -> sealed.card(row));
        return rows.stream()
                .map(row -> effectOfCard(known(standing, hashes(row)), row))
                .reduce(FileEffect.NONE, FileEffect::plus);
    }

    private List<byte[]> hashes(BankCustomer row) {
        return vault.lookupHashes(SealedTables.NATIONAL_ID, row.nationalId().digits());
    }

    private List<byte[]> hashes(BankCard row) {
        return vault.lookupHashes(SealedTables.CARD_NUMBER, row.number().digits());
    }

    /** What stands, by its keyed hash; empty where it does not open. */
    private <T> Map<ByteBuffer, Optional<T>> standing(
            String query, String hashColumn, List<byte[]> hashes, RowMapper<T> opens) {
        Map<ByteBuffer, Optional<T>> found = new HashMap<>();
        jdbc.sql(query).param("hashes", hashes).query(row -> {
            found.put(ByteBuffer.wrap(row.getBytes(hashColumn)), opened(opens, row));
        });
        return found;
    }

    private static <T> Optional<T> opened(RowMapper<T> opens, ResultSet row) throws SQLException {
        try {
            return Optional.ofNullable(opens.mapRow(row, 0));
        } catch (VaultException damaged) {
            return Optional.empty();
        }
    }

    /** Empty where the tables do not know it; empty inside where what they know does not open. */
    private static <T> Optional<Optional<T>> known(Map<ByteBuffer, Optional<T>> standing, List<byte[]> hashes) {
        return hashes.stream()
                .map(ByteBuffer::wrap)
                .filter(standing::containsKey)
                .map(standing::get)
                .findFirst();
    }

    /** A row that does not open is mended by the file; its number cannot be compared and counts as another. */
    private static FileEffect effectOfCustomer(Optional<Optional<BankCustomer>> known, BankCustomer row) {
        if (known.isEmpty()) {
            return FileEffect.allNew(1);
        }
        return known.get().map(stands -> effect(stands, row)).orElse(new FileEffect(0, 1, 0, 1, 0, 0, 0));
    }

    private static FileEffect effect(BankCustomer stands, BankCustomer row) {
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

    /** As above: its owner counts as another. */
    private static FileEffect effectOfCard(Optional<Optional<BankCard>> known, BankCard row) {
        if (known.isEmpty()) {
            return FileEffect.allNew(1);
        }
        return known.get().map(stands -> effect(stands, row)).orElse(new FileEffect(0, 1, 0, 0, 1, 0, 0));
    }

    private static FileEffect effect(BankCard stands, BankCard row) {
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
