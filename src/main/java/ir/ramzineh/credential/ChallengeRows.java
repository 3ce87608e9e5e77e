package ir.ramzineh.credential;

import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of table {@code sms_challenge}. */
@Repository
class ChallengeRows {
    private final JdbcClient jdbc;
    private final IdSource ids;

    ChallengeRows(JdbcClient jdbc, IdSource ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** When the code dies, when it may be asked for again, when the challenge ends. */
    record Times(Instant codeExpiresAt, Instant resendAt, Instant endsAt) {}

    // The nonce is never compared; the record serves as a carrier of one row.
    @SuppressWarnings("ArrayRecordComponent")
    record Challenge(
            long id,
            CodePurpose purpose,
            @Nullable CustomerId customer,
            @Nullable Long deviceId,
            boolean genuine,
            byte[] nonce,
            Times times,
            int tries,
            int triesMax,
            boolean used) {
        Instant codeExpiresAt() {
            return times.codeExpiresAt();
        }

        Instant resendAt() {
            return times.resendAt();
        }

        Instant endsAt() {
            return times.endsAt();
        }

        int triesLeft() {
            return Math.max(0, triesMax - tries);
        }

        boolean isOpen(CodePurpose wanted, Instant now) {
            return purpose == wanted && !used && tries < triesMax && endsAt().isAfter(now);
        }
    }

    Challenge insert(CodeRequest request, byte[] nonce, Times times, int triesMax) {
        long id = ids.next();
        CustomerId customer = request.customer();
        jdbc.sql("""
                        insert into sms_challenge (id, purpose, customer_id, genuine, nonce, code_expires_at, resend_at,
                                                   ends_at, tries, tries_max)
                        values (:id, :purpose, :customer, :genuine, :nonce, :expires, :resend, :ends, 0, :max)
                        """)
                .param("id", id)
                .param("purpose", request.purpose().name())
                .param("customer", customer == null ? null : customer.value())
                .param("genuine", request.genuine())
                .param("nonce", nonce)
                .param("expires", UtcTime.toColumn(times.codeExpiresAt()))
                .param("resend", UtcTime.toColumn(times.resendAt()))
                .param("ends", UtcTime.toColumn(times.endsAt()))
                .param("max", triesMax)
                .update();
        return new Challenge(
                id, request.purpose(), customer, null, request.genuine(), nonce, times, 0, triesMax, false);
    }

    /** Gives the browser that signs in a handle on the challenge, and notes the known device it came from. */
    void bind(long id, byte[] keyHash, @Nullable Long deviceId) {
        jdbc.sql("update sms_challenge set key_hash = :hash, device_id = :device where id = :id")
                .param("hash", keyHash)
                .param("device", deviceId)
                .param("id", id)
                .update();
    }

    Optional<Challenge> byId(long id) {
        return jdbc.sql("select * from sms_challenge where id = :id")
                .param("id", id)
                .query((row, index) -> read(row))
                .optional();
    }

    Optional<Challenge> byKeyHash(byte[] keyHash) {
        return jdbc.sql("select * from sms_challenge where key_hash = :hash")
                .param("hash", keyHash)
                .query((row, index) -> read(row))
                .optional();
    }

    /** The newest sign-in challenge of a customer whose code can still be typed. */
    Optional<Challenge> liveSignIn(CustomerId customer, Instant now) {
        return jdbc.sql("""
                        select * from sms_challenge
                        where customer_id = :customer and purpose = 'SIGN_IN' and used_at is null
                          and tries < tries_max and code_expires_at > :now
                        order by id desc limit 1
                        """)
                .param("customer", customer.value())
                .param("now", UtcTime.toColumn(now))
                .query((row, index) -> read(row))
                .optional();
    }

    /** Counts one try if the challenge still bears one. */
    boolean reserveTry(long id, CodePurpose purpose, Instant now) {
        return jdbc.sql("""
                                update sms_challenge set tries = tries + 1
                                where id = :id and purpose = :purpose and used_at is null and tries < tries_max
                                  and code_expires_at > :now and ends_at > :now
                                """)
                        .param("id", id)
                        .param("purpose", purpose.name())
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    /** {@code false} when another request renewed it first. */
    boolean renew(Challenge seen, byte[] nonce, Instant codeExpiresAt, Instant resendAt) {
        return jdbc.sql("""
                                update sms_challenge
                                set nonce = :nonce, code_expires_at = :expires, resend_at = :resend
                                where id = :id and used_at is null and resend_at = :seen
                                """)
                        .param("nonce", nonce)
                        .param("expires", UtcTime.toColumn(codeExpiresAt))
                        .param("resend", UtcTime.toColumn(resendAt))
                        .param("id", seen.id())
                        .param("seen", UtcTime.toColumn(seen.resendAt()))
                        .update()
                == 1;
    }

    /** Ends what was asked for with a password or a number that no longer counts. */
    void endOf(CustomerId customer, Instant now) {
        jdbc.sql("""
                        update sms_challenge set used_at = :now
                        where customer_id = :customer and used_at is null and purpose in ('SIGN_IN', 'SIGN_IN_TOKEN', 'RECOVERY')
                        """)
                .param("now", UtcTime.toColumn(now))
                .param("customer", customer.value())
                .update();
    }

    boolean use(long id, Instant now) {
        return jdbc.sql("update sms_challenge set used_at = :now where id = :id and used_at is null")
                        .param("now", UtcTime.toColumn(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Challenge read(ResultSet row) throws SQLException {
        long customer = row.getLong("customer_id");
        return new Challenge(
                row.getLong("id"),
                CodePurpose.valueOf(row.getString("purpose")),
                customer == 0 ? null : new CustomerId(customer),
                row.getObject("device_id", Long.class),
                row.getBoolean("genuine"),
                row.getBytes("nonce"),
                new Times(at(row, "code_expires_at"), at(row, "resend_at"), at(row, "ends_at")),
                row.getInt("tries"),
                row.getInt("tries_max"),
                row.getObject("used_at") != null);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return UtcTime.fromColumn(row.getObject(column, LocalDateTime.class));
    }
}
