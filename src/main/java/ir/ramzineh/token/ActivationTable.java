package ir.ramzineh.token;

import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of activations. {@code live_slot = 1} and a time before {@code expires_at} mean that something can still
 * happen; every change asks for both in its own statement.
 */
@Repository
class ActivationTable {
    /**
     * A row; {@code state} is what stands there, {@link #stateAt} what holds.
     *
     * @param moves the token that this one takes over from, and without which it is over
     */
    record Row(
            ActivationId id,
            CustomerId customer,
            CardId card,
            TokenId token,
            Optional<TokenId> moves,
            PasswordKind kind,
            ActivationWay way,
            ActivationState state,
            Optional<SealedValue> handover,
            Optional<SealedValue> sms,
            Optional<String> claimKey,
            @Nullable String deviceName,
            int codeTries,
            int proofTries,
            Instant visibleUntil,
            Instant expiresAt) {
        ActivationState stateAt(Instant now) {
            return !state.isOver() && !now.isBefore(expiresAt) ? ActivationState.EXPIRED : state;
        }
    }

    private final JdbcClient jdbc;

    ActivationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws org.springframework.dao.DuplicateKeyException another live activation of this password exists */
    void insert(Row row, byte[] refHash, byte @Nullable [] serialHash, Instant now) {
        jdbc.sql("""
                insert into activation (id, ref_hash, serial_hash, customer_id, card_id, token_id,
                                        moves_token_id, kind, way, state, live_slot, handover_sealed, sms_sealed,
                                        claim_key, device_name, created_at, visible_until, expires_at)
                values (:id, :ref, :serial, :customer, :card, :token, :moves, :kind, :way, :state, 1, :handover, :sms,
                        :claimKey, :device, :now, :visible, :expires)
                """)
                .param("id", row.id().value())
                .param("ref", refHash)
                .param("serial", serialHash)
                .param("customer", row.customer().value())
                .param("card", row.card().value())
                .param("token", row.token().value())
                .param("moves", row.moves().map(TokenId::value).orElse(null))
                .param("kind", row.kind().name())
                .param("way", row.way().name())
                .param("state", row.state().name())
                .param("handover", row.handover().map(SealedValue::bytes).orElse(null))
                .param("sms", row.sms().map(SealedValue::bytes).orElse(null))
                .param("claimKey", row.claimKey().orElse(null))
                .param("device", row.deviceName())
                .param("now", UtcTime.toColumn(now))
                .param("visible", UtcTime.toColumn(row.visibleUntil()))
                .param("expires", UtcTime.toColumn(row.expiresAt()))
                .update();
    }

    Optional<Row> find(CustomerId customer, ActivationId id) {
        return jdbc.sql("select * from activation where id = :id and customer_id = :customer")
                .param("id", id.value())
                .param("customer", customer.value())
                .query((row, n) -> row(row))
                .optional();
    }

    /** Whether anybody has it. */
    boolean exists(ActivationId id) {
        return jdbc.sql("select 1 from activation where id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    Optional<Row> find(byte[] refHash) {
        return jdbc.sql("select * from activation where ref_hash = :ref")
                .param("ref", refHash)
                .query((row, n) -> row(row))
                .optional();
    }

    /** @param hashes of the serial number under every look-up key in use */
    Optional<Row> bySerial(List<byte[]> hashes) {
        return jdbc.sql("select * from activation where serial_hash in (:hashes)")
                .param("hashes", hashes)
                .query((row, n) -> row(row))
                .optional();
    }

    /** The live activation of a password, expired or not. */
    Optional<Row> live(CardId card, PasswordKind kind) {
        return jdbc.sql("select * from activation where card_id = :card and kind = :kind and live_slot = 1")
                .param("card", card.value())
                .param("kind", kind.name())
                .query((row, n) -> row(row))
                .optional();
    }

    int startedSince(CustomerId customer, Instant since) {
        return jdbc.sql("select count(*) from activation where customer_id = :customer and created_at > :since")
                .param("customer", customer.value())
                .param("since", UtcTime.toColumn(since))
                .query(Integer.class)
                .single();
    }

    /** Takes the content off the row; only the first caller gets {@code true}, and only while it may be seen. */
    boolean takeHandover(ActivationId id, Instant now) {
        return jdbc.sql("""
                update activation
                set handover_sealed = null, state = if(state = 'PREPARED', 'SHOWN', state)
                where id = :id and live_slot = 1 and handover_sealed is not null
                  and visible_until > :now and expires_at > :now
                """)
                        .param("id", id.value())
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    /** Notes that a phone has read the QR; the first report counts. */
    boolean scanned(ActivationId id, Instant now) {
        return jdbc.sql("""
                update activation set state = 'SCANNED', handover_sealed = null
                where id = :id and live_slot = 1 and state = 'SHOWN' and visible_until > :now and expires_at > :now
                """)
                        .param("id", id.value())
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    boolean reserveCodeTry(ActivationId id, int triesMax, Instant now) {
        return jdbc.sql("""
                update activation set code_tries = code_tries + 1
                where id = :id and live_slot = 1 and code_tries < :tries and expires_at > :now
                """)
                        .param("id", id.value())
                        .param("tries", triesMax)
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    /** Gives the key to one phone; only the first gets {@code true}. */
    boolean claim(ActivationId id, ActivationState from, String claimKey, @Nullable String deviceName, Instant now) {
        return jdbc.sql("""
                update activation set state = 'CLAIMED', claim_key = :key, device_name = :device
                where id = :id and live_slot = 1 and state = :from and claim_key is null and expires_at > :now
                """)
                        .param("id", id.value())
                        .param("from", from.name())
                        .param("key", claimKey)
                        .param("device", deviceName)
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    boolean reserveProofTry(ActivationId id, int triesMax, Instant now) {
        return jdbc.sql("""
                update activation set proof_tries = proof_tries + 1
                where id = :id and live_slot = 1 and proof_tries < :tries and expires_at > :now
                """)
                        .param("id", id.value())
                        .param("tries", triesMax)
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    /** Ends a live activation; only the first caller gets {@code true}. What it held is gone. */
    boolean end(ActivationId id, ActivationState state, Instant now) {
        return jdbc.sql("""
                update activation
                set state = :state, live_slot = null, handover_sealed = null, sms_sealed = null,
                    serial_hash = null, over_at = :now
                where id = :id and live_slot = 1
                """)
                        .param("id", id.value())
                        .param("state", state.name())
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    List<Row> expired(Instant now, int rows) {
        return jdbc.sql("select * from activation where live_slot = 1 and expires_at <= :now limit :rows")
                .param("now", UtcTime.toColumn(now))
                .param("rows", rows)
                .query((row, n) -> row(row))
                .list();
    }

    int purgeOver(Instant before, int rows) {
        return jdbc.sql("delete from activation where over_at < :before limit :rows")
                .param("before", UtcTime.toColumn(before))
                .param("rows", rows)
                .update();
    }

    /** The present states of several activations, expiry included; one statement. */
    Map<ActivationId, ActivationState> states(Collection<ActivationId> ids, Instant now) {
        Map<ActivationId, ActivationState> states = new HashMap<>();
        jdbc.sql("select id, if(live_slot = 1 and expires_at <= :now, 'EXPIRED', state) state_now "
                        + "from activation where id in (:ids)")
                .param("now", UtcTime.toColumn(now))
                .param("ids", ids.stream().map(ActivationId::value).toList())
                .query(row -> {
                    states.put(
                            new ActivationId(row.getLong("id")), ActivationState.valueOf(row.getString("state_now")));
                });
        return states;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new ActivationId(row.getLong("id")),
                new CustomerId(row.getLong("customer_id")),
                new CardId(row.getLong("card_id")),
                new TokenId(row.getLong("token_id")),
                Optional.ofNullable(row.getObject("moves_token_id", Long.class)).map(TokenId::new),
                PasswordKind.valueOf(row.getString("kind")),
                ActivationWay.valueOf(row.getString("way")),
                ActivationState.valueOf(row.getString("state")),
                SealedValue.ofColumn(row.getBytes("handover_sealed")),
                SealedValue.ofColumn(row.getBytes("sms_sealed")),
                Optional.ofNullable(row.getString("claim_key")),
                row.getString("device_name"),
                row.getInt("code_tries"),
                row.getInt("proof_tries"),
                instant(row, "visible_until"),
                instant(row, "expires_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return UtcTime.fromColumn(row.getObject(column, LocalDateTime.class));
    }
}
