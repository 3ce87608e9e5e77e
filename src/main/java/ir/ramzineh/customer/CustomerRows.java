package ir.ramzineh.customer;

import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.vault.Field;
import ir.ramzineh.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of table {@code customer}. */
@Repository
class CustomerRows {
    static final String TABLE = "customer";
    static final Field NATIONAL_ID = new Field(TABLE, "national_id_sealed");
    static final Field MOBILE = new Field(TABLE, "mobile_sealed");
    static final Field NAME_FA = new Field(TABLE, "name_fa_sealed");
    static final Field NAME_EN = new Field(TABLE, "name_en_sealed");

    private final JdbcClient jdbc;
    private final Vault vault;

    CustomerRows(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    Optional<Customer> byId(CustomerId id) {
        return jdbc.sql("select * from customer where id = :id")
                .param("id", id.value())
                .query((row, index) -> read(row))
                .optional();
    }

    Optional<Customer> byNationalId(NationalId nationalId) {
        return jdbc.sql("select * from customer where national_id_hash in (:hashes)")
                .param("hashes", vault.lookupHashes(NATIONAL_ID, nationalId.digits()))
                .query((row, index) -> read(row))
                .optional();
    }

    List<Customer> byMobile(MobileNumber mobile) {
        return jdbc.sql("select * from customer where mobile_hash in (:hashes) order by id")
                .param("hashes", vault.lookupHashes(MOBILE, mobile.e164()))
                .query((row, index) -> read(row))
                .list();
    }

    /**
     * Inserts; the unique hash of the national ID refuses a second row for one person.
     *
     * @param signedUpAt {@code null} for somebody whom only the bank knows
     */
    void insert(long id, NewCustomer customer, @Nullable Instant signedUpAt) {
        jdbc.sql("""
                        insert into customer (id, national_id_sealed, national_id_hash, mobile_sealed, mobile_hash,
                                              name_fa_sealed, name_en_sealed, locale, second_factor_always,
                                              registered_at, branch)
                        values (:id, :nationalId, :nationalIdHash, :mobile, :mobileHash,
                                :nameFa, :nameEn, :locale, false, :now, :branch)
                        """)
                .param("id", id)
                .param(
                        "nationalId",
                        vault.seal(NATIONAL_ID, id, customer.nationalId().digits()))
                .param(
                        "nationalIdHash",
                        vault.lookupHash(NATIONAL_ID, customer.nationalId().digits()))
                .param("mobile", vault.seal(MOBILE, id, customer.mobile().e164()))
                .param("mobileHash", vault.lookupHash(MOBILE, customer.mobile().e164()))
                .param("nameFa", vault.seal(NAME_FA, id, customer.name().fa()))
                .param("nameEn", vault.seal(NAME_EN, id, customer.name().en()))
                .param("locale", customer.locale().toLanguageTag())
                .param("now", signedUpAt == null ? null : UtcTime.toColumn(signedUpAt))
                .param("branch", digits(customer.branch()), Types.VARCHAR)
                .update();
    }

    /** Only the first of two at once gets {@code true}. */
    boolean signUp(long id, NewCustomer customer, Instant now) {
        return jdbc.sql("""
                        update customer
                        set registered_at = :now, locale = :locale, mobile_sealed = :mobile, mobile_hash = :mobileHash,
                            name_fa_sealed = :nameFa, name_en_sealed = :nameEn, branch = coalesce(:branch, branch)
                        where id = :id and registered_at is null
                        """)
                        .param("id", id)
                        .param("now", UtcTime.toColumn(now))
                        .param("locale", customer.locale().toLanguageTag())
                        .param(
                                "mobile",
                                vault.seal(MOBILE, id, customer.mobile().e164()))
                        .param(
                                "mobileHash",
                                vault.lookupHash(MOBILE, customer.mobile().e164()))
                        .param("nameFa", vault.seal(NAME_FA, id, customer.name().fa()))
                        .param("nameEn", vault.seal(NAME_EN, id, customer.name().en()))
                        .param("branch", digits(customer.branch()), Types.VARCHAR)
                        .update()
                == 1;
    }

    /** {@code false} when somebody else wrote another number in this moment. */
    boolean setMobile(Customer known, MobileNumber mobile, Instant now) {
        return jdbc.sql("""
                        update customer set mobile_sealed = :mobile, mobile_hash = :hash, mobile_since = :now
                        where id = :id and mobile_hash in (:before)
                        """)
                        .param("id", known.id().value())
                        .param("mobile", vault.seal(MOBILE, known.id().value(), mobile.e164()))
                        .param("hash", vault.lookupHash(MOBILE, mobile.e164()))
                        .param("now", UtcTime.toColumn(now))
                        .param(
                                "before",
                                vault.lookupHashes(MOBILE, known.mobile().e164()))
                        .update()
                == 1;
    }

    /** When the bank last named the number that stands here, as far as the row can tell: found, signed up with, or taken over. */
    Instant numberHeard(CustomerId id) {
        Instant written = jdbc.sql("""
                        select greatest(coalesce(mobile_since, registered_at), coalesce(registered_at, mobile_since)) as heard
                        from customer where id = :id
                        """)
                .param("id", id.value())
                .query((row, n) -> Optional.ofNullable(instant(row.getObject("heard", LocalDateTime.class))))
                .single()
                .orElse(Instant.EPOCH);
        Instant met = IdSource.momentOf(id.value());
        return met.isAfter(written) ? met : written;
    }

    /** No codes go to the number before this moment; a hold that ends later stays. */
    void holdCodes(CustomerId id, Instant until) {
        jdbc.sql("""
                update customer set codes_from = greatest(coalesce(codes_from, :until), :until) where id = :id
                """)
                .param("until", UtcTime.toColumn(until))
                .param("id", id.value())
                .update();
    }

    /** {@code false}, and nothing changes, when the number is another one or changed after that moment. */
    boolean dropHold(CustomerId id, MobileNumber standing, Instant unchangedSince, @Nullable Instant earlier) {
        return jdbc.sql("""
                        update customer set codes_from = :earlier
                        where id = :id and mobile_hash in (:standing)
                          and (mobile_since is null or mobile_since < :since)
                        """)
                        .param("earlier", earlier == null ? null : UtcTime.toColumn(earlier), Types.TIMESTAMP)
                        .param("id", id.value())
                        .param("standing", vault.lookupHashes(MOBILE, standing.e164()))
                        .param("since", UtcTime.toColumn(unchangedSince))
                        .update()
                == 1;
    }

    /** The home branch as the bank names it now. */
    void setBranch(CustomerId id, BranchCode branch) {
        jdbc.sql("update customer set branch = :branch where id = :id")
                .param("branch", branch.digits())
                .param("id", id.value())
                .update();
    }

    /** Whether codes to this number wait for anybody who has it. */
    boolean codesWait(MobileNumber mobile, Instant now) {
        return jdbc.sql("select count(*) from customer where mobile_hash in (:hashes) and codes_from > :now")
                        .param("hashes", vault.lookupHashes(MOBILE, mobile.e164()))
                        .param("now", UtcTime.toColumn(now))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** {@code false} when it was that language already, or when there is no such customer. */
    boolean setLocale(CustomerId id, Locale locale) {
        return jdbc.sql("update customer set locale = :locale where id = :id and locale <> :locale")
                        .param("locale", locale.toLanguageTag())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** {@code false} when it was set so already, or when there is no such customer. */
    boolean setSecondFactorAlways(CustomerId id, boolean always) {
        return jdbc.sql("""
                                update customer set second_factor_always = :always
                                where id = :id and second_factor_always <> :always
                                """).param("always", always).param("id", id.value()).update() == 1;
    }

    private Customer read(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new Customer(
                new CustomerId(id),
                new NationalId(vault.open(NATIONAL_ID, id, row.getBytes(NATIONAL_ID.column()))),
                new MobileNumber(vault.open(MOBILE, id, row.getBytes(MOBILE.column()))),
                new LocalizedName(
                        vault.open(NAME_FA, id, row.getBytes(NAME_FA.column())),
                        vault.open(NAME_EN, id, row.getBytes(NAME_EN.column()))),
                Locale.forLanguageTag(row.getString("locale")),
                row.getBoolean("second_factor_always"),
                instant(row.getObject("registered_at", LocalDateTime.class)),
                branch(row.getString("branch")),
                instant(row.getObject("codes_from", LocalDateTime.class)));
    }

    private static @Nullable String digits(@Nullable BranchCode branch) {
        return branch == null ? null : branch.digits();
    }

    private static @Nullable BranchCode branch(@Nullable String digits) {
        return digits == null ? null : new BranchCode(digits);
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime column) {
        return column == null ? null : UtcTime.fromColumn(column);
    }
}
