package ir.ramzineh.corebank;

import ir.ramzineh.corebank.ImportedFile.AccountKey;
import ir.ramzineh.corebank.ImportedFile.AccountMovement;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.vault.Field;
import ir.ramzineh.vault.Vault;
import java.nio.ByteBuffer;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/**
 * Writes imported rows in batches, inside the transaction of {@link CsvImport}. A row that is there already keeps its
 * id and is updated; two imports at once end in a duplicate key for the later one, which then writes nothing.
 *
 * <p>{@code NamedParameterJdbcOperations} in place of {@code JdbcClient} because the latter knows no batches.
 */
@Component
class ImportTables {
    private final NamedParameterJdbcOperations jdbc;
    private final Vault vault;
    private final IdSource ids;

    ImportTables(NamedParameterJdbcOperations jdbc, Vault vault, IdSource ids) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.ids = ids;
    }

    boolean isEmpty() {
        return jdbc.queryForList("select id from corebank_customer limit 1", Map.of())
                .isEmpty();
    }

    boolean hasCustomer(NationalId nationalId) {
        return !jdbc.queryForList(
                        "select id from corebank_customer where national_id_hash in (:hashes)",
                        Map.of("hashes", vault.lookupHashes(SealedTables.NATIONAL_ID, nationalId.digits())))
                .isEmpty();
    }

    Optional<Long> accountId(AccountKey account) {
        List<byte[]> hashes =
                vault.lookupHashes(SealedTables.ACCOUNT_NUMBER, account.number().digits());
        return jdbc
                .query(
                        "select id from corebank_account where bank = :bank and number_hash in (:hashes)",
                        Map.of("bank", account.bank(), "hashes", hashes),
                        (row, n) -> row.getLong("id"))
                .stream()
                .findFirst();
    }

    /** The moment of a number goes with it: first in the update, whose assignments are made one after the other. */
    void writeCustomers(List<BankCustomer> customers) {
        Map<ByteBuffer, Long> present = present(
                "select id, national_id_hash as hash from corebank_customer where national_id_hash in (:hashes)",
                SealedTables.NATIONAL_ID,
                customers,
                customer -> customer.nationalId().digits());
        write(
                customers,
                customer -> idOf(
                        present, SealedTables.NATIONAL_ID, customer.nationalId().digits()),
                this::row,
                """
                insert into corebank_customer (id, national_id_sealed, national_id_hash, name_fa_sealed, name_en_sealed,
                                               birth_date_sealed, mobile_sealed, mobile_hash, mobile_since,
                                               branch)
                values (:id, :nationalId, :nationalIdHash, :nameFa, :nameEn, :birthDate, :mobile,
                        :mobileHash, :mobileSince, :branch)
                """,
                """
                update corebank_customer
                   set mobile_since = if(mobile_hash <=> :mobileHash, coalesce(:mobileSince, mobile_since), :mobileSince),
                       name_fa_sealed = :nameFa, name_en_sealed = :nameEn, birth_date_sealed = :birthDate,
                       mobile_sealed = :mobile, mobile_hash = :mobileHash, branch = :branch
                 where id = :id
                """);
    }

    void writeCards(List<BankCard> cards) {
        Map<ByteBuffer, Long> present = present(
                "select id, number_hash as hash from corebank_card where number_hash in (:hashes)",
                SealedTables.CARD_NUMBER,
                cards,
                card -> card.number().digits());
        write(
                cards,
                card -> idOf(present, SealedTables.CARD_NUMBER, card.number().digits()),
                this::row,
                """
                insert into corebank_card (id, number_sealed, number_hash, owner_sealed, owner_hash, holder_fa_sealed,
                                           holder_en_sealed, expiry_year, expiry_month, product, active)
                values (:id, :number, :numberHash, :owner, :ownerHash, :holderFa, :holderEn, :expiryYear, :expiryMonth,
                        :product, :active)
                """,
                """
                update corebank_card
                   set owner_sealed = :owner, owner_hash = :ownerHash, holder_fa_sealed = :holderFa,
                       holder_en_sealed = :holderEn, expiry_year = :expiryYear, expiry_month = :expiryMonth,
                       product = :product, active = :active
                 where id = :id
                """);
    }

    void writeAccounts(List<Account> accounts) {
        write(
                accounts,
                account -> accountId(new AccountKey(account.bank(), account.number()))
                        .orElse(null),
                this::row,
                """
                insert into corebank_account (id, bank, number_sealed, number_hash, owner_sealed, owner_hash, kind,
                                              balance)
                values (:id, :bank, :number, :numberHash, :owner, :ownerHash, :kind, :balance)
                """,
                """
                update corebank_account
                   set owner_sealed = :owner, owner_hash = :ownerHash, kind = :kind, balance = :balance
                 where id = :id
                """);
    }

    /** Adds the movements that are not there yet; what was booked once never changes. */
    void writeMovements(List<AccountMovement> movements) {
        Map<AccountKey, Long> accounts = new HashMap<>();
        for (AccountMovement movement : movements) {
            accounts.computeIfAbsent(
                    movement.account(),
                    key -> accountId(key)
                            .orElseThrow(() -> new IllegalStateException("an account went away during the import")));
        }
        Set<String> present = new HashSet<>(jdbc.query(
                """
                select account_id, reference
                  from corebank_movement
                 where account_id in (:accounts)
                   and reference in (:references)
                """,
                Map.of(
                        "accounts", accounts.values(),
                        "references",
                                movements.stream()
                                        .map(movement -> movement.movement().reference())
                                        .toList()),
                (row, n) -> row.getLong("account_id") + " " + row.getString("reference")));
        List<AccountMovement> added = movements.stream()
                .filter(movement -> !present.contains(accounts.get(movement.account()) + " "
                        + movement.movement().reference()))
                .toList();
        write(added, _ -> null, (id, movement) -> row(id, movement, accounts), """
                insert into corebank_movement (id, account_id, reference, booked_at, kind, direction, amount,
                                               balance_after, party_fa_sealed, party_en_sealed)
                values (:id, :accountId, :reference, :bookedAt, :kind, :direction, :amount, :balanceAfter, :partyFa,
                        :partyEn)
                """, "");
    }

    private interface RowOf<T> {
        MapSqlParameterSource of(long id, T value);
    }

    private <T> void write(
            List<T> values, Function<T, @Nullable Long> present, RowOf<T> row, String insert, String update) {
        List<SqlParameterSource> added = new ArrayList<>();
        List<SqlParameterSource> changed = new ArrayList<>();
        // Neighbours of one drawn id: thousands of draws within a millisecond would meet each other too often.
        long next = ids.next();
        for (T value : values) {
            Long id = present.apply(value);
            if (id == null) {
                added.add(row.of(next++, value));
            } else {
                changed.add(row.of(id, value));
            }
        }
        if (!added.isEmpty()) {
            jdbc.batchUpdate(insert, added.toArray(SqlParameterSource[]::new));
        }
        if (!changed.isEmpty()) {
            jdbc.batchUpdate(update, changed.toArray(SqlParameterSource[]::new));
        }
    }

    private MapSqlParameterSource row(long id, BankCustomer customer) {
        String nationalId = customer.nationalId().digits();
        BranchCode branch = customer.branch();
        Instant since = customer.mobileSince();
        return new MapSqlParameterSource("id", id)
                .addValue("nationalId", vault.seal(SealedTables.NATIONAL_ID, id, nationalId))
                .addValue("nationalIdHash", vault.lookupHash(SealedTables.NATIONAL_ID, nationalId))
                .addValue("branch", branch == null ? null : branch.digits())
                .addValue("mobileSince", since == null ? null : UtcTime.toColumn(since), Types.TIMESTAMP)
                .addValue(
                        "nameFa",
                        vault.seal(SealedTables.NAME_FA, id, customer.name().fa()))
                .addValue(
                        "nameEn",
                        vault.seal(SealedTables.NAME_EN, id, customer.name().en()))
                .addValue(
                        "birthDate",
                        vault.seal(
                                SealedTables.BIRTH_DATE,
                                id,
                                customer.birthDate().toString()))
                .addValue(
                        "mobile",
                        vault.seal(SealedTables.MOBILE, id, customer.mobile().e164()))
                .addValue(
                        "mobileHash",
                        vault.lookupHash(SealedTables.MOBILE, customer.mobile().e164()));
    }

    private MapSqlParameterSource row(long id, BankCard card) {
        String owner = card.owner().digits();
        return new MapSqlParameterSource("id", id)
                .addValue(
                        "number",
                        vault.seal(SealedTables.CARD_NUMBER, id, card.number().digits()))
                .addValue(
                        "numberHash",
                        vault.lookupHash(SealedTables.CARD_NUMBER, card.number().digits()))
                .addValue("owner", vault.seal(SealedTables.CARD_OWNER, id, owner))
                .addValue("ownerHash", vault.lookupHash(SealedTables.CARD_OWNER, owner))
                .addValue(
                        "holderFa",
                        vault.seal(SealedTables.HOLDER_FA, id, card.holderName().fa()))
                .addValue(
                        "holderEn",
                        vault.seal(SealedTables.HOLDER_EN, id, card.holderName().en()))
                .addValue("expiryYear", card.expiry().year())
                .addValue("expiryMonth", card.expiry().month())
                .addValue("product", card.product().name())
                .addValue("active", card.active());
    }

    private MapSqlParameterSource row(long id, Account account) {
        String number = account.number().digits();
        String owner = account.owner().digits();
        return new MapSqlParameterSource("id", id)
                .addValue("bank", account.bank())
                .addValue("number", vault.seal(SealedTables.ACCOUNT_NUMBER, id, number))
                .addValue("numberHash", vault.lookupHash(SealedTables.ACCOUNT_NUMBER, number))
                .addValue("owner", vault.seal(SealedTables.ACCOUNT_OWNER, id, owner))
                .addValue("ownerHash", vault.lookupHash(SealedTables.ACCOUNT_OWNER, owner))
                .addValue("kind", account.kind().name())
                .addValue("balance", account.balance().amount());
    }

    private MapSqlParameterSource row(long id, AccountMovement imported, Map<AccountKey, Long> accounts) {
        Movement movement = imported.movement();
        return new MapSqlParameterSource("id", id)
                .addValue("accountId", accounts.get(imported.account()))
                .addValue("reference", movement.reference())
                .addValue("bookedAt", UtcTime.toColumn(movement.at()))
                .addValue("kind", movement.kind().name())
                .addValue("direction", movement.direction().name())
                .addValue("amount", movement.amount().amount())
                .addValue("balanceAfter", movement.balanceAfter().amount())
                .addValue(
                        "partyFa",
                        vault.seal(SealedTables.PARTY_FA, id, movement.party().fa()))
                .addValue(
                        "partyEn",
                        vault.seal(SealedTables.PARTY_EN, id, movement.party().en()));
    }

    private <T> Map<ByteBuffer, Long> present(String query, Field field, List<T> values, Function<T, String> lookedUp) {
        List<byte[]> hashes = values.stream()
                .flatMap(value -> vault.lookupHashes(field, lookedUp.apply(value)).stream())
                .toList();
        Map<ByteBuffer, Long> found = new HashMap<>();
        jdbc.query(query, Map.of("hashes", hashes), row -> {
            found.put(ByteBuffer.wrap(row.getBytes("hash")), row.getLong("id"));
        });
        return found;
    }

    private @Nullable Long idOf(Map<ByteBuffer, Long> present, Field field, String value) {
        for (byte[] hash : vault.lookupHashes(field, value)) {
            Long id = present.get(ByteBuffer.wrap(hash));
            if (id != null) {
                return id;
            }
        }
        return null;
    }
}
