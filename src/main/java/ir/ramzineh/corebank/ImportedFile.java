package ir.ramzineh.corebank;

import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.Digits;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.JalaliDate;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.kernel.Rial;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One of the four files of an import: its columns and how a row becomes a value.
 *
 * @param name file name
 * @param columns its columns that are required
 * @param optional its columns that may be absent, and may be empty
 * @param parse a row as a value; null when something was wrong, which has been noted then
 */
record ImportedFile<T>(String name, List<String> columns, List<String> optional, Function<CsvRow, @Nullable T> parse) {
    /** A file without optional columns. */
    ImportedFile(String name, List<String> columns, Function<CsvRow, @Nullable T> parse) {
        this(name, columns, List.of(), parse);
    }

    static final ImportedFile<BankCustomer> CUSTOMERS = new ImportedFile<>(
            "customers.csv",
            List.of("national_id", "name_fa", "name_en", "birth_date", "mobile"),
            List.of("branch", "mobile_since"),
            ImportedFile::customer);
    static final ImportedFile<BankCard> CARDS = new ImportedFile<>(
            "cards.csv",
            List.of("card_number", "owner_national_id", "holder_fa", "holder_en", "expiry", "product", "active"),
            ImportedFile::card);
    static final ImportedFile<Account> ACCOUNTS = new ImportedFile<>(
            "accounts.csv",
            List.of("bank", "account_number", "owner_national_id", "kind", "balance"),
            ImportedFile::account);
    static final ImportedFile<AccountMovement> MOVEMENTS = new ImportedFile<>(
            "movements.csv",
            List.of(
                    "bank",
                    "account_number",
                    "reference",
                    "at",
                    "kind",
                    "direction",
                    "amount",
                    "balance_after",
                    "party_fa",
                    "party_en"),
            ImportedFile::movement);

    private static final Pattern BANK = Pattern.compile("[a-z][a-z0-9-]{1,38}");
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9/_.-]{1,40}");
    private static final Pattern EXPIRY = Pattern.compile("(\\d{4})/?(\\d{1,2})");

    /** An account inside all banks. */
    record AccountKey(String bank, AccountNumber number) {}

    /** A movement and whose it is. */
    record AccountMovement(AccountKey account, Movement movement) {}

    private static @Nullable BankCustomer customer(CsvRow row) {
        NationalId nationalId = row.value("national_id", NationalId::of);
        LocalizedName name = row.name("name_fa", "name_en");
        LocalDate birthDate = row.date("birth_date");
        MobileNumber mobile = row.value("mobile", MobileNumber::of);
        BranchCode branch = row.optional("branch", BranchCode::of);
        Instant since = row.optionalMoment("mobile_since");
        return nationalId == null || name == null || birthDate == null || mobile == null
                ? null
                : new BankCustomer(nationalId, name, birthDate, mobile, branch, since);
    }

    private static @Nullable BankCard card(CsvRow row) {
        CardNumber number = row.value("card_number", CardNumber::of);
        NationalId owner = row.value("owner_national_id", NationalId::of);
        LocalizedName holder = row.name("holder_fa", "holder_en");
        CardExpiry expiry = row.value("expiry", ImportedFile::expiry);
        CardProduct product = row.choice("product", CardProduct.class);
        Boolean active = row.yesNo("active");
        return number == null || owner == null || holder == null || expiry == null || product == null || active == null
                ? null
                : new BankCard(number, owner, holder, expiry, product, active);
    }

    private static @Nullable Account account(CsvRow row) {
        String bank = bank(row);
        AccountNumber number = row.value("account_number", AccountNumber::of);
        NationalId owner = row.value("owner_national_id", NationalId::of);
        AccountKind kind = row.choice("kind", AccountKind.class);
        Rial balance = row.value("balance", Rial::of);
        return bank == null || number == null || owner == null || kind == null || balance == null
                ? null
                : new Account(bank, number, owner, kind, balance);
    }

    private static @Nullable AccountMovement movement(CsvRow row) {
        String bank = bank(row);
        AccountNumber number = row.value("account_number", AccountNumber::of);
        String reference = row.matching("reference", REFERENCE, "1 to 40 letters, digits, dashes, dots or slashes");
        Instant at = row.moment("at");
        MovementKind kind = row.choice("kind", MovementKind.class);
        Movement.Direction direction = row.choice("direction", Movement.Direction.class);
        Rial amount = row.value("amount", Rial::of);
        Rial balanceAfter = row.value("balance_after", Rial::of);
        LocalizedName party = row.name("party_fa", "party_en");
        if (bank == null || number == null || reference == null || at == null || kind == null) {
            return null;
        }
        return direction == null || amount == null || balanceAfter == null || party == null
                ? null
                : new AccountMovement(
                        new AccountKey(bank, number),
                        new Movement(reference, at, kind, direction, amount, balanceAfter, party));
    }

    private static @Nullable String bank(CsvRow row) {
        return row.matching("bank", BANK, "the key of an issuer profile such as melli");
    }

    private static CardExpiry expiry(String text) {
        Matcher matcher = EXPIRY.matcher(Digits.toLatin(text));
        if (!matcher.matches()) {
            throw new InvalidValueException("error.card-expiry", JalaliDate.YEAR_MIN, JalaliDate.YEAR_MAX);
        }
        return new CardExpiry(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }
}
