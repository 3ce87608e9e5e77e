package ir.ramzineh.registration;

import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.vault.Field;
import ir.ramzineh.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of table {@code registration_process}. */
@Repository
class ProcessRows {
    static final String TABLE = "registration_process";
    static final Field NATIONAL_ID = new Field(TABLE, "national_id_sealed");
    static final Field MOBILE = new Field(TABLE, "mobile_sealed");

    private final JdbcClient jdbc;
    private final IdSource ids;
    private final Vault vault;

    ProcessRows(JdbcClient jdbc, IdSource ids, Vault vault) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.vault = vault;
    }

    /** The steps in their order; ENDED may follow each. */
    enum Step {
        ACTIVATION,
        CARD,
        TERMS,
        CREDENTIALS,
        DONE,
        ENDED
    }

    record SignUp(
            long id,
            Step step,
            RegistrationView.@Nullable Reason endedBecause,
            NationalId nationalId,
            MobileNumber mobile,
            Locale locale,
            long challengeId,
            @Nullable String termsVersion,
            @Nullable String termsLocale,
            Instant endsAt) {}

    void insert(
            byte[] keyHash,
            NationalId nationalId,
            MobileNumber mobile,
            Locale locale,
            long challengeId,
            Instant endsAt) {
        long id = ids.next();
        jdbc.sql("""
                        insert into registration_process (id, key_hash, step, national_id_sealed, mobile_sealed, locale,
                                                          challenge_id, name_tries, ends_at)
                        values (:id, :hash, 'ACTIVATION', :nationalId, :mobile, :locale, :challenge, 0, :ends)
                        """)
                .param("id", id)
                .param("hash", keyHash)
                .param("nationalId", vault.seal(NATIONAL_ID, id, nationalId.digits()))
                .param("mobile", vault.seal(MOBILE, id, mobile.e164()))
                .param("locale", locale.getLanguage())
                .param("challenge", challengeId)
                .param("ends", UtcTime.toColumn(endsAt))
                .update();
    }

    Optional<SignUp> byKeyHash(byte[] keyHash, Instant now) {
        return jdbc.sql("select * from registration_process where key_hash = :hash and ends_at > :now")
                .param("hash", keyHash)
                .param("now", UtcTime.toColumn(now))
                .query((row, index) -> read(row))
                .optional();
    }

    /** Takes one step; {@code false} when the sign-up does not stand at {@code from} any more, or is out of time. */
    boolean advance(long id, Step from, Step to, Instant now) {
        return jdbc.sql("""
                                update registration_process set step = :to
                                where id = :id and step = :from and ends_at > :now
                                """)
                        .param("to", to.name())
                        .param("id", id)
                        .param("from", from.name())
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    /** As {@link #advance} from TERMS to CREDENTIALS, noting what was agreed to. */
    boolean agree(long id, String version, Locale locale, Instant now) {
        return jdbc.sql("""
                                update registration_process
                                set step = 'CREDENTIALS', terms_version = :version, terms_locale = :locale
                                where id = :id and step = 'TERMS' and ends_at > :now
                                """)
                        .param("version", version)
                        .param("locale", locale.getLanguage())
                        .param("id", id)
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    /** Counts one wish for a user name; {@code false} when there were too many. */
    boolean reserveNameTry(long id, int max) {
        return jdbc.sql("""
                                update registration_process set name_tries = name_tries + 1
                                where id = :id and step = 'CREDENTIALS' and name_tries < :max
                                """).param("id", id).param("max", max).update() == 1;
    }

    /** Ends the sign-up if it still stands at {@code from}. */
    void end(long id, Step from, RegistrationView.Reason reason) {
        jdbc.sql("""
                        update registration_process set step = 'ENDED', ended_because = :reason
                        where id = :id and step = :from
                        """)
                .param("reason", reason.name())
                .param("id", id)
                .param("from", from.name())
                .update();
    }

    private SignUp read(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        String reason = row.getString("ended_because");
        return new SignUp(
                id,
                Step.valueOf(row.getString("step")),
                reason == null ? null : RegistrationView.Reason.valueOf(reason),
                new NationalId(vault.open(NATIONAL_ID, id, row.getBytes("national_id_sealed"))),
                new MobileNumber(vault.open(MOBILE, id, row.getBytes("mobile_sealed"))),
                Locale.of(row.getString("locale")),
                row.getLong("challenge_id"),
                row.getString("terms_version"),
                row.getString("terms_locale"),
                UtcTime.fromColumn(row.getObject("ends_at", LocalDateTime.class)));
    }
}
