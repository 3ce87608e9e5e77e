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
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens rows of the bank's tables. */
@Component
class SealedRows {
    static final String CARDS = """
            select id, number_hash, number_sealed, owner_sealed, holder_fa_sealed, holder_en_sealed,
                   expiry_year, expiry_month, product, active
              from corebank_card
            """;

    static final String CUSTOMERS = """
            select id, national_id_hash, national_id_sealed, name_fa_sealed, name_en_sealed, birth_date_sealed,
                   mobile_sealed, branch, mobile_since
              from corebank_customer
            """;

    private final Vault vault;

    SealedRows(Vault vault) {
        this.vault = vault;
    }

    BankCustomer customer(ResultSet row) throws SQLException {
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

    BankCard card(ResultSet row) throws SQLException {
        return new BankCard(
                new CardNumber(open(row, SealedTables.CARD_NUMBER)),
                new NationalId(open(row, SealedTables.CARD_OWNER)),
                new LocalizedName(open(row, SealedTables.HOLDER_FA), open(row, SealedTables.HOLDER_EN)),
                new CardExpiry(row.getInt("expiry_year"), row.getInt("expiry_month")),
                CardProduct.valueOf(row.getString("product")),
                row.getBoolean("active"));
    }

    Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("bank"),
                new AccountNumber(open(row, SealedTables.ACCOUNT_NUMBER)),
                new NationalId(open(row, SealedTables.ACCOUNT_OWNER)),
                AccountKind.valueOf(row.getString("kind")),
                new Rial(row.getLong("balance")));
    }

    Movement movement(ResultSet row) throws SQLException {
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
