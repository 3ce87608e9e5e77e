package ir.ramzineh.gatewaytoken;

import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.otp.TotpSpec;
import ir.ramzineh.token.TokenKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code gateway_token}. Each move of a token is one conditional update: of two at once, one is first. */
@Repository
class GatewayRows {
    private static final int LIST_MAX = 500;

    /** How many accepted steps a row remembers. */
    private static final int RECENT_STEPS_MAX = 32;

    /** A last step further ahead of our clock than this means that our clock was wrong when it was accepted. */
    private static final int AHEAD_STEPS_MAX = 2 * TokenKey.DRIFT_STEPS_MAX + 2;

    private final JdbcClient jdbc;

    GatewayRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From the stock of a branch to a customer; of two tellers with one serial number, one gets {@code true}. */
    boolean issue(
            long id, String branch, CustomerId customer, TotpSpec spec, byte[] codeSealed, Instant until, Instant now) {
        return jdbc.sql("""
                update gateway_token
                set state = 'ISSUED', customer_id = :customer, code_sealed = :code, code_expires_at = :until,
                    algorithm = :algorithm, digits = :digits, period_seconds = :period, issued_at = :now
                where id = :id and state = 'IN_STOCK' and branch = :branch
                """)
                        .param("id", id)
                        .param("branch", branch)
                        .param("customer", customer.value())
                        .param("code", codeSealed)
                        .param("until", UtcTime.toColumn(until))
                        .param("algorithm", spec.algorithm().name())
                        .param("digits", spec.digits())
                        .param("period", spec.periodSeconds())
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    /**
     * A new code in the place of the old one; a phone that took the key without proving it has to claim again. Tries that
     * were made stay counted: a token has so many in all (security case 4).
     */
    boolean renewCode(long id, byte[] codeSealed, Instant until) {
        return jdbc.sql("""
                update gateway_token
                set code_sealed = :code, code_expires_at = :until, claim_key = null,
                    key_sealed = null, ref_sealed = null, ref_hash = null, device_name = null
                where id = :id and state = 'ISSUED'
                """)
                        .param("id", id)
                        .param("code", codeSealed)
                        .param("until", UtcTime.toColumn(until))
                        .update()
                == 1;
    }

    /** Counts a try before the code is looked at. */
    boolean reserveCodeTry(long id, int max, Instant now) {
        return jdbc.sql("""
                update gateway_token set code_tries = code_tries + 1
                where id = :id and state = 'ISSUED' and code_expires_at > :now and code_tries < :max
                """)
                        .param("id", id)
                        .param("now", UtcTime.toColumn(now))
                        .param("max", max)
                        .update()
                == 1;
    }

    /** Gives the key to the first phone that asks with the right code. */
    boolean claim(
            long id, String publicKey, byte[] key, byte[] ref, byte[] refHash, @Nullable String device, Instant now) {
        return jdbc.sql("""
                update gateway_token
                set claim_key = :public, key_sealed = :key, ref_sealed = :ref, ref_hash = :hash, device_name = :device
                where id = :id and state = 'ISSUED' and claim_key is null and code_expires_at > :now
                """)
                        .param("id", id)
                        .param("public", publicKey)
                        .param("key", key)
                        .param("ref", ref)
                        .param("hash", refHash)
                        .param("device", device)
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    boolean reserveProofTry(long id, int max, Instant now) {
        return jdbc.sql("""
                update gateway_token set proof_tries = proof_tries + 1
                where id = :id and state = 'ISSUED' and claim_key is not null and code_expires_at > :now
                  and proof_tries < :max
                """)
                        .param("id", id)
                        .param("now", UtcTime.toColumn(now))
                        .param("max", max)
                        .update()
                == 1;
    }

    boolean activate(
            long id,
            long step,
            int drift,
            byte[] nameHash,
            byte @Nullable [] device,
            @Nullable String deviceName,
            Instant now) {
        return jdbc.sql("""
                update gateway_token
                set state = 'ACTIVE', code_sealed = null, code_expires_at = null, ref_sealed = null, ref_hash = null,
                    phone_name_hash = :name, device_hash = :device, device_name = coalesce(device_name, :label),
                    last_step = :step, recent_steps = concat(:step, ','), drift_steps = :drift, activated_at = :now
                where id = :id and state = 'ISSUED'
                """)
                        .param("id", id)
                        .param("name", nameHash)
                        .param("device", device)
                        .param("label", deviceName)
                        .param("step", step)
                        .param("drift", drift)
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    /** The first device that tells its name holds the token (S10.23). */
    void hold(long id, byte[] device, @Nullable String label) {
        jdbc.sql("""
                update gateway_token set device_hash = :device, device_name = coalesce(device_name, :label)
                where id = :id and state = 'ACTIVE' and device_hash is null
                """)
                .param("id", id)
                .param("device", device)
                .param("label", label)
                .update();
    }

    /**
     * Uses a step of a token up (RFC 6238, section 5.2): of all doors together, one gets {@code true}. The second half of the
     * condition is for a server clock that was wrong, as for cards (security case 18).
     */
    boolean claimStep(long id, long step, int driftSteps, Instant now) {
        return jdbc.sql("""
                update gateway_token
                set drift_steps = :drift,
                    recent_steps = concat(:step, ',', substring_index(recent_steps, ',', :recent_max - 1)),
                    last_step = :step,
                    last_used_at = :now
                where id = :id
                  and state = 'ACTIVE'
                  and (last_step < :step
                       or last_step > floor(:epoch_seconds / period_seconds) + :ahead_max)
                  and find_in_set(:step, recent_steps) = 0
                """)
                        .param("id", id)
                        .param("step", step)
                        .param("drift", driftSteps)
                        .param("recent_max", RECENT_STEPS_MAX)
                        .param("ahead_max", AHEAD_STEPS_MAX)
                        .param("epoch_seconds", now.getEpochSecond())
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    /** So that a refusal writes as much as an acceptance. */
    void refused(long id, Instant now) {
        jdbc.sql("update gateway_token set last_refused_at = :now where id = :id and state = 'ACTIVE'")
                .param("id", id)
                .param("now", UtcTime.toColumn(now))
                .update();
    }

    /** Only the first gets {@code true}. */
    boolean kill(long id, Instant now) {
        return jdbc.sql("""
                update gateway_token
                set state = 'DEAD', dead_at = :now, key_sealed = null, code_sealed = null, ref_sealed = null,
                    ref_hash = null, phone_name_hash = null
                where id = :id and state <> 'DEAD'
                """).param("id", id).param("now", UtcTime.toColumn(now)).update() == 1;
    }

    Optional<GatewayRow> byId(long id) {
        return jdbc.sql("select * from gateway_token where id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** As it stands now, and stays until the caller's transaction ends. */
    Optional<GatewayRow> held(long id) {
        return jdbc.sql("select * from gateway_token where id = :id for update")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<GatewayRow> bySerial(List<byte[]> hashes) {
        return jdbc.sql("select * from gateway_token where serial_hash in (:hashes)")
                .param("hashes", hashes)
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<GatewayRow> byRef(byte[] hash) {
        return jdbc.sql("select * from gateway_token where ref_hash = :hash and state = 'ISSUED'")
                .param("hash", hash)
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<GatewayRow> byPhone(byte[] nameHash) {
        return jdbc.sql("select * from gateway_token where phone_name_hash = :name and state = 'ACTIVE'")
                .param("name", nameHash)
                .query((row, n) -> read(row))
                .optional();
    }

    List<GatewayRow> of(CustomerId customer) {
        return jdbc.sql("select * from gateway_token where customer_id = :customer order by id desc limit :max")
                .param("customer", customer.value())
                .param("max", LIST_MAX)
                .query((row, n) -> read(row))
                .list();
    }

    int livingOf(CustomerId customer) {
        return jdbc.sql("""
                select count(*) from gateway_token where customer_id = :customer and state in ('ISSUED', 'ACTIVE')
                """)
                .param("customer", customer.value())
                .query(Integer.class)
                .single();
    }

    int purgeDead(Instant before, int rows) {
        return jdbc.sql("delete from gateway_token where state = 'DEAD' and dead_at < :before limit :rows")
                .param("before", UtcTime.toColumn(before))
                .param("rows", rows)
                .update();
    }

    static GatewayRow read(ResultSet row) throws SQLException {
        return new GatewayRow(
                row.getLong("id"),
                row.getString("branch"),
                StoredBytes.ofColumn(row.getBytes("serial_sealed")),
                GatewayTokenState.valueOf(row.getString("state")),
                row.getObject("customer_id") == null ? null : new CustomerId(row.getLong("customer_id")),
                StoredBytes.ofColumn(row.getBytes("code_sealed")),
                at(row, "code_expires_at"),
                row.getInt("code_tries"),
                row.getInt("proof_tries"),
                row.getString("claim_key"),
                StoredBytes.ofColumn(row.getBytes("ref_sealed")),
                StoredBytes.ofColumn(row.getBytes("key_sealed")),
                row.getString("algorithm"),
                row.getInt("digits"),
                row.getInt("period_seconds"),
                StoredBytes.ofColumn(row.getBytes("device_hash")),
                row.getString("device_name"),
                row.getInt("drift_steps"),
                UtcTime.fromColumn(row.getObject("created_at", LocalDateTime.class)),
                at(row, "issued_at"),
                at(row, "activated_at"),
                at(row, "last_used_at"),
                at(row, "dead_at"));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : UtcTime.fromColumn(time);
    }
}
