package ir.ramzineh.credential;

import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.vault.Field;
import ir.ramzineh.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of table {@code recovery}. */
@Repository
class RecoveryRows {
    static final String TABLE = "recovery";
    static final Field MOBILE = new Field(TABLE, "mobile_sealed");

    private final JdbcClient jdbc;
    private final IdSource ids;
    private final Vault vault;

    RecoveryRows(JdbcClient jdbc, IdSource ids, Vault vault) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.vault = vault;
    }

    /** The steps in their order. */
    enum Step {
        CODE,
        PASSWORD,
        DONE
    }

    /**
     * One recovery.
     *
     * @param customer {@code null} when the data matched nobody
     * @param person what the visible SMS waits are counted on
     */
    record Stored(
            long id,
            RecoveryKind kind,
            Step step,
            @Nullable CustomerId customer,
            long challengeId,
            MobileNumber mobile,
            String person,
            Locale locale,
            Instant endsAt) {}

    void insert(
            byte[] keyHash, RecoveryKind kind, CodeRequest request, byte[] person, long challengeId, Instant endsAt) {
        long id = ids.next();
        CustomerId customer = request.customer();
        jdbc.sql("""
                        insert into recovery (id, key_hash, kind, step, customer_id, challenge_id, mobile_sealed,
                                              limit_hash, locale, ends_at)
                        values (:id, :hash, :kind, 'CODE', :customer, :challenge, :mobile, :person, :locale, :ends)
                        """)
                .param("id", id)
                .param("hash", keyHash)
                .param("kind", kind.name())
                .param("customer", customer == null ? null : customer.value())
                .param("challenge", challengeId)
                .param("mobile", vault.seal(MOBILE, id, request.to().e164()))
                .param("person", person)
                .param("locale", request.locale().toLanguageTag())
                .param("ends", UtcTime.toColumn(endsAt))
                .update();
    }

    Optional<Stored> byKeyHash(byte[] keyHash, Instant now) {
        return jdbc.sql("select * from recovery where key_hash = :hash and ends_at > :now")
                .param("hash", keyHash)
                .param("now", UtcTime.toColumn(now))
                .query((row, index) -> read(row))
                .optional();
    }

    /** Goes one step on; {@code false} when it does not stand at {@code from} any more, or is over. */
    boolean advance(long id, Step from, Step to, Instant now) {
        return jdbc.sql("update recovery set step = :to where id = :id and step = :from and ends_at > :now")
                        .param("to", to.name())
                        .param("id", id)
                        .param("from", from.name())
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    /** Ends the recoveries of a customer that are under way. */
    void endOf(CustomerId customer, Instant now) {
        jdbc.sql(
                        "update recovery set ends_at = :now where customer_id = :customer and step <> 'DONE' and ends_at > :now")
                .param("now", UtcTime.toColumn(now))
                .param("customer", customer.value())
                .update();
    }

    private Stored read(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        long customer = row.getLong("customer_id");
        return new Stored(
                id,
                RecoveryKind.valueOf(row.getString("kind")),
                Step.valueOf(row.getString("step")),
                customer == 0 ? null : new CustomerId(customer),
                row.getLong("challenge_id"),
                new MobileNumber(vault.open(MOBILE, id, row.getBytes("mobile_sealed"))),
                HexFormat.of().formatHex(row.getBytes("limit_hash")),
                Locale.forLanguageTag(row.getString("locale")),
                UtcTime.fromColumn(row.getObject("ends_at", LocalDateTime.class)));
    }
}
