package ir.ramzineh.corebank;

import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.vault.Vault;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers from the tables that the CSV import fills; the default adapter. */
@Component
@ConditionalOnProperty(name = "ramzineh.corebank.adapter", havingValue = "tables", matchIfMissing = true)
class TablesCoreBank implements CoreBank {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final SealedRows sealed;
    private final CorrectedNumbers corrected;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TablesCoreBank(
            JdbcClient jdbc,
            Vault vault,
            SealedRows sealed,
            CorrectedNumbers corrected,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.sealed = sealed;
        this.corrected = corrected;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public Optional<BankCustomer> customer(NationalId nationalId) {
        return list(
                        jdbc.sql(SealedRows.CUSTOMERS + "where national_id_hash in (:hashes)")
                                .param("hashes", vault.lookupHashes(SealedTables.NATIONAL_ID, nationalId.digits())),
                        (row, n) -> sealed.customer(row))
                .stream()
                .findFirst();
    }

    @Override
    public List<BankCustomer> customersByMobile(MobileNumber mobile) {
        return list(
                jdbc.sql(SealedRows.CUSTOMERS + "where mobile_hash in (:hashes) order by id")
                        .param("hashes", vault.lookupHashes(SealedTables.MOBILE, mobile.e164())),
                (row, n) -> sealed.customer(row));
    }

    @Override
    public List<BankCard> cards(NationalId owner) {
        return list(
                jdbc.sql(SealedRows.CARDS + "where owner_hash in (:hashes) order by id")
                        .param("hashes", vault.lookupHashes(SealedTables.CARD_OWNER, owner.digits())),
                (row, n) -> sealed.card(row));
    }

    @Override
    public Optional<BankCard> card(CardNumber number) {
        return list(
                        jdbc.sql(SealedRows.CARDS + "where number_hash in (:hashes)")
                                .param("hashes", vault.lookupHashes(SealedTables.CARD_NUMBER, number.digits())),
                        (row, n) -> sealed.card(row))
                .stream()
                .findFirst();
    }

    @Override
    public List<Account> accounts(NationalId owner) {
        return list(
                jdbc.sql("""
                        select id, bank, number_sealed, owner_sealed, kind, balance
                          from corebank_account
                         where owner_hash in (:hashes)
                         order by id
                        """).param("hashes", vault.lookupHashes(SealedTables.ACCOUNT_OWNER, owner.digits())),
                (row, n) -> sealed.account(row));
    }

    @Override
    public List<Movement> movements(Account account, int limit) {
        if (limit < 1 || limit > MOVEMENTS_MAX) {
            throw new IllegalArgumentException("limit is 1 to " + MOVEMENTS_MAX);
        }
        return list(
                jdbc.sql("""
                        select m.id, m.reference, m.booked_at, m.kind, m.direction, m.amount, m.balance_after,
                               m.party_fa_sealed, m.party_en_sealed
                          from corebank_movement m
                          join corebank_account a on a.id = m.account_id
                         where a.bank = :bank
                           and a.number_hash in (:hashes)
                         order by m.booked_at desc, m.id desc
                         limit :limit
                        """)
                        .param("bank", account.bank())
                        .param(
                                "hashes",
                                vault.lookupHashes(
                                        SealedTables.ACCOUNT_NUMBER,
                                        account.number().digits()))
                        .param("limit", limit),
                (row, n) -> sealed.movement(row));
    }

    /** One conditional update: of two changes at once one finds the number it expects. */
    @Override
    public NumberWritten changeNumber(NationalId owner, MobileNumber from, MobileNumber to, NumberWriting change) {
        try {
            List<Long> ids = jdbc.sql("select id from corebank_customer where national_id_hash in (:hashes)")
                    .param("hashes", vault.lookupHashes(SealedTables.NATIONAL_ID, owner.digits()))
                    .query((row, n) -> row.getLong("id"))
                    .list();
            return ids.isEmpty()
                    ? NumberWritten.UNKNOWN_PERSON
                    : Objects.requireNonNull(transaction.execute(status -> changeNumber(ids.getFirst(), from, to)));
        } catch (DataAccessException | TransactionException e) {
            throw new CoreBankUnavailableException("the tables of the bank cannot be written", e);
        }
    }

    private NumberWritten changeNumber(long id, MobileNumber from, MobileNumber to) {
        int written = jdbc.sql("""
                        update corebank_customer set mobile_sealed = :mobile, mobile_hash = :hash, mobile_since = :now
                         where id = :id and mobile_hash in (:before)
                        """)
                .param("mobile", vault.seal(SealedTables.MOBILE, id, to.e164()))
                .param("hash", vault.lookupHash(SealedTables.MOBILE, to.e164()))
                .param("now", UtcTime.toColumn(clock.instant()))
                .param("id", id)
                .param("before", vault.lookupHashes(SealedTables.MOBILE, from.e164()))
                .update();
        if (written == 1) {
            corrected.replaced(id, from, to);
            return NumberWritten.WRITTEN;
        }
        boolean already = jdbc.sql("select count(*) from corebank_customer where id = :id and mobile_hash in (:hashes)")
                        .param("id", id)
                        .param("hashes", vault.lookupHashes(SealedTables.MOBILE, to.e164()))
                        .query(Integer.class)
                        .single()
                == 1;
        return already ? NumberWritten.WRITTEN : NumberWritten.OTHER_NUMBER;
    }

    private static <T> List<T> list(StatementSpec query, RowMapper<T> mapper) {
        try {
            return query.query(mapper).list();
        } catch (DataAccessException e) {
            throw new CoreBankUnavailableException("the tables of the bank cannot be read", e);
        }
    }
}
