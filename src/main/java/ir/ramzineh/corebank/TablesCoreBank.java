package ir.ramzineh.corebank;

import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.vault.Field;
import ir.ramzineh.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    private static final String CARDS = """
            select id, number_sealed, owner_sealed, holder_fa_sealed, holder_en_sealed,
                   expiry_year, expiry_month, product, active
              from corebank_card
            """;

    private static final String CUSTOMERS = """
            select id, national_id_sealed, name_fa_sealed, name_en_sealed, birth_date_sealed, mobile_sealed,
                   branch, mobile_since
              from corebank_customer
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final CorrectedNumbers corrected;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TablesCoreBank(
            JdbcClient jdbc,
            Vault vault,
            CorrectedNumbers corrected,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.corrected = corrected;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public Optional<BankCustomer> customer(NationalId nationalId) {
        return list(
                        jdbc.sql(CUSTOMERS + "where national_id_hash in (:hashes)")
                                .param("hashes", vault.lookupHashes(SealedTables.NATIONAL_ID, nationalId.digits())),
                        (row, n) -> customer(row))
                .stream()
                .findFirst();
    }

    @Override
    public List<BankCustomer> customersByMobile(MobileNumber mobile) {
        return list(
                jdbc.sql(CUSTOMERS + "where mobile_hash in (:hashes) order by id")
                        .param("hashes", vault.lookupHashes(SealedTables.MOBILE, mobile.e164())),
                (row, n) -> customer(row));
    }

    @Override
    public List<BankCard> cards(NationalId owner) {
        return list(
                jdbc.sql(CARDS + "where owner_hash in (:hashes) order by id")
                        .param("hashes", vault.lookupHashes(SealedTables.CARD_OWNER, owner.digits())),
                (row, n) -> card(row));
    }

    @Override
    public Optional<BankCard> card(CardNumber number) {
        return list(
                        jdbc.sql(CARDS + "where number_hash in (:hashes)")
                                .param("hashes", vault.lookupHashes(SealedTables.CARD_NUMBER, number.digits())),
                        (row, n) -> card(row))
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
                (row, n) -> account(row));
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
                (row, n) -> movement(row));
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

    private BankCustomer customer(ResultSet row) throws SQLException {
        return new BankCustomer(
                new NationalId(open(row, SealedTables.NATIONAL_ID)),
                new LocalizedName(open(row, SealedTables.NAME_FA), open(row, SealedTables.NAME_EN)),
                LocalDate.parse(open(row, SealedTables.BIRTH_DATE)),
                new MobileNumber(open(row, SealedTables.MOBILE)),
                branch(row.getString("branch")),
                moment(row.getObject("mobile_since", LocalDateTime.class)));
    }

    private static @Nullable BranchCode branch(@Nullable String digits) {
        return digits == null ? null : new BranchCode(digits);
    }

    private static @Nullable Instant moment(@Nullable LocalDateTime column) {
        return column == null ? null : UtcTime.fromColumn(column);
    }

    private BankCard card(ResultSet row) throws SQLException {
        return new BankCard(
                new CardNumber(open(row, SealedTables.CARD_NUMBER)),
                new NationalId(open(row, SealedTables.CARD_OWNER)),
                new LocalizedName(open(row, SealedTables.HOLDER_FA), open(row, SealedTables.HOLDER_EN)),
                new CardExpiry(row.getInt("expiry_year"), row.getInt("expiry_month")),
                CardProduct.valueOf(row.getString("product")),
                row.getBoolean("active"));
    }

    private Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("bank"),
                new AccountNumber(open(row, SealedTables.ACCOUNT_NUMBER)),
                new NationalId(open(row, SealedTables.ACCOUNT_OWNER)),
                AccountKind.valueOf(row.getString("kind")),
                new Rial(row.getLong("balance")));
    }

    private Movement movement(ResultSet row) throws SQLException {
        return new Movement(
                row.getString("reference"),
                UtcTime.fromColumn(row.getObject("booked_at", LocalDateTime.class)),
                MovementKind.valueOf(row.getString("kind")),
                Movement.Direction.valueOf(row.getString("direction")),
                new Rial(row.getLong("amount")),
                new Rial(row.getLong("balance_after")),
                new LocalizedName(open(row, SealedTables.PARTY_FA), open(row, SealedTables.PARTY_EN)));
    }

    private String open(ResultSet row, Field field) throws SQLException {
        return vault.open(field, row.getLong("id"), row.getBytes(field.column()));
    }
}
