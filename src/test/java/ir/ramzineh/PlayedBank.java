package ir.ramzineh;

import ir.ramzineh.corebank.AccountNumber;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.vault.Field;
import ir.ramzineh.vault.Vault;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts people and cards down in the bank's own system, as an import does. Made with {@code createBean} of the bean factory. */
public final class PlayedBank {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final IdSource ids;

    public PlayedBank(JdbcClient jdbc, Vault vault, IdSource ids) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.ids = ids;
    }

    public void person(NationalId nationalId, MobileNumber mobile) {
        long id = ids.next();
        jdbc.sql("""
                insert into corebank_customer (id, national_id_sealed, national_id_hash, name_fa_sealed, name_en_sealed,
                                               birth_date_sealed, mobile_sealed, mobile_hash)
                values (:id, :nationalId, :nationalIdHash, :nameFa, :nameEn, :birth, :mobile, :mobileHash)
                """)
                .param("id", id)
                .param("nationalId", sealed("customer", "national_id", id, nationalId.digits()))
                .param("nationalIdHash", hash("customer", "national_id", nationalId.digits()))
                .param("nameFa", sealed("customer", "name_fa", id, "آزمون ساختگی"))
                .param("nameEn", sealed("customer", "name_en", id, "Azmoun Sakhtegi"))
                .param("birth", sealed("customer", "birth_date", id, "1991-03-21"))
                .param("mobile", sealed("customer", "mobile", id, mobile.e164()))
                .param("mobileHash", hash("customer", "mobile", mobile.e164()))
                .update();
    }

    /** The person has another number from now on. */
    public void changeNumber(NationalId nationalId, MobileNumber mobile) {
        long id = jdbc.sql("select id from corebank_customer where national_id_hash = :hash")
                .param("hash", hash("customer", "national_id", nationalId.digits()))
                .query(Long.class)
                .single();
        jdbc.sql("update corebank_customer set mobile_sealed = :mobile, mobile_hash = :hash where id = :id")
                .param("mobile", sealed("customer", "mobile", id, mobile.e164()))
                .param("hash", hash("customer", "mobile", mobile.e164()))
                .param("id", id)
                .update();
    }

    /**
     * A card of that person.
     *
     * @param product {@code NORMAL} or {@code GIFT}
     * @param expiryYear Jalali
     * @return the row of the bank
     */
    public long card(NationalId owner, CardNumber number, String product, int expiryYear, boolean active) {
        long id = ids.next();
        jdbc.sql("""
                insert into corebank_card (id, number_sealed, number_hash, owner_sealed, owner_hash, holder_fa_sealed,
                                           holder_en_sealed, expiry_year, expiry_month, product, active)
                values (:id, :number, :numberHash, :owner, :ownerHash, :fa, :en, :year, 1, :product, :active)
                """)
                .param("id", id)
                .param("number", sealed("card", "number", id, number.digits()))
                .param("numberHash", hash("card", "number", number.digits()))
                .param("owner", sealed("card", "owner", id, owner.digits()))
                .param("ownerHash", hash("card", "owner", owner.digits()))
                .param("fa", sealed("card", "holder_fa", id, "آزمون"))
                .param("en", sealed("card", "holder_en", id, "Test"))
                .param("year", expiryYear)
                .param("product", product)
                .param("active", active)
                .update();
        return id;
    }

    /** An account of that person. */
    public void account(NationalId owner, String bank, AccountNumber number) {
        long id = ids.next();
        jdbc.sql("""
                insert into corebank_account (id, bank, number_sealed, number_hash, owner_sealed, owner_hash, kind, balance)
                values (:id, :bank, :number, :numberHash, :owner, :ownerHash, 'CURRENT', 50000000)
                """)
                .param("id", id)
                .param("bank", bank)
                .param("number", sealed("account", "number", id, number.digits()))
                .param("numberHash", hash("account", "number", number.digits()))
                .param("owner", sealed("account", "owner", id, owner.digits()))
                .param("ownerHash", hash("account", "owner", owner.digits()))
                .update();
    }

    /** A number nobody has, of the bank with this prefix. */
    public static CardNumber number(String bin) {
        String body = bin + "%09d".formatted(ThreadLocalRandom.current().nextInt(1_000_000_000));
        for (char check = '0'; check <= '9'; check++) {
            try {
                return new CardNumber(body + check);
            } catch (IllegalArgumentException notThisOne) {
                continue;
            }
        }
        throw new IllegalStateException("one of ten check digits fits");
    }

    private byte[] sealed(String table, String column, long id, String value) {
        return vault.seal(new Field("corebank_" + table, column + "_sealed"), id, value);
    }

    private byte[] hash(String table, String column, String value) {
        return vault.lookupHash(new Field("corebank_" + table, column + "_sealed"), value);
    }
}
