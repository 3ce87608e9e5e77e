package ir.ramzineh.token;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.UtcTime;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the rows of tokens say about the phones that hold them, and which requests of phones were made before. */
@Repository
class PhoneTable {
    /** An active token as a phone names it. */
    record Row(
            TokenId id, CustomerId customer, CardId card, PasswordKind kind, SealedValue keySealed, boolean pinBound) {}

    /** How a device stands to a token. */
    enum Device {
        HOLDS_IT,
        HAS_A_COPY,
        TOKEN_IS_DEAD
    }

    private final JdbcClient jdbc;

    PhoneTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Row> active(byte[] nameHash) {
        return jdbc.sql("""
                select id, customer_id, card_id, kind, key_sealed, pin_bound from token
                where phone_name_hash = :name and active_slot = 1 and key_sealed is not null
                """).param("name", nameHash).query((row, n) -> row(row)).optional();
    }

    Optional<Row> active(TokenId id) {
        return jdbc.sql("""
                select id, customer_id, card_id, kind, key_sealed, pin_bound from token
                where id = :id and active_slot = 1 and key_sealed is not null
                """).param("id", id.value()).query((row, n) -> row(row)).optional();
    }

    /** Active tokens whose phones could not be recognised yet, because they were proven before phones had names. */
    List<Row> nameless(int rows) {
        return jdbc.sql("""
                select id, customer_id, card_id, kind, key_sealed, pin_bound from token
                where state = 'ACTIVE' and phone_name_hash is null and key_sealed is not null limit :rows
                """).param("rows", rows).query((row, n) -> row(row)).list();
    }

    boolean name(TokenId id, byte[] nameHash) {
        return jdbc.sql("""
                update token set phone_name_hash = :name
                where id = :id and active_slot = 1 and phone_name_hash is null
                """).param("id", id.value()).param("name", nameHash).update() == 1;
    }

    /**
     * Gives the token to a device if none has it; the first one does.
     *
     * @param label how the token is called from then on, if it has no name yet
     */
    Device hold(TokenId id, byte[] device, @Nullable String label) {
        jdbc.sql("""
                update token set device_hash = :device, label = coalesce(label, :label)
                where id = :id and active_slot = 1 and device_hash is null
                """)
                .param("id", id.value())
                .param("device", device)
                .param("label", label)
                .update();
        return jdbc.sql("select device_hash from token where id = :id and active_slot = 1")
                .param("id", id.value())
                .query((row, n) -> MessageDigest.isEqual(row.getBytes("device_hash"), device)
                        ? Device.HOLDS_IT
                        : Device.HAS_A_COPY)
                .optional()
                .orElse(Device.TOKEN_IS_DEAD);
    }

    /** Which device has the active token of a password. */
    Optional<Holder> holder(CardId card, PasswordKind kind) {
        return jdbc.sql("""
                select label, activated_at from token where card_id = :card and kind = :kind and active_slot = 1
                """)
                .param("card", card.value())
                .param("kind", kind.name())
                .query((row, n) -> new Holder(
                        row.getString("label"), UtcTime.fromColumn(row.getObject("activated_at", LocalDateTime.class))))
                .optional();
    }

    /** Whether a token is active; it stays so until the caller's transaction ends. */
    boolean keepsAlive(TokenId id) {
        return jdbc.sql("select 1 from token where id = :id and active_slot = 1 for update")
                .param("id", id.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void givenBack(TokenId id) {
        jdbc.sql("update token set given_back = true where id = :id")
                .param("id", id.value())
                .update();
    }

    /**
     * Whether a password has, or had within a time, a token that its own phone has not given back.
     *
     * @param since when that time began
     */
    boolean inOtherHands(CustomerId customer, CardId card, PasswordKind kind, Instant since) {
        return jdbc.sql("""
                select 1 from token
                where customer_id = :customer and card_id = :card and kind = :kind and activated_at is not null
                  and (active_slot = 1 or (dead_at > :since and not given_back))
                limit 1
                """)
                .param("customer", customer.value())
                .param("card", card.value())
                .param("kind", kind.name())
                .param("since", UtcTime.toColumn(since))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Notes a request; only the first time it is seen gets {@code true}. */
    boolean firstTime(byte[] mac, Instant now) {
        return jdbc.sql("insert ignore into phone_request (mac, seen_at) values (:mac, :now)")
                        .param("mac", mac)
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    int purgeRequests(Instant before, int rows) {
        return jdbc.sql("delete from phone_request where seen_at < :before limit :rows")
                .param("before", UtcTime.toColumn(before))
                .param("rows", rows)
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new TokenId(row.getLong("id")),
                new CustomerId(row.getLong("customer_id")),
                new CardId(row.getLong("card_id")),
                PasswordKind.valueOf(row.getString("kind")),
                new SealedValue(row.getBytes("key_sealed")),
                row.getBoolean("pin_bound"));
    }
}
