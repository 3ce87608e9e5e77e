package ir.ramzineh.issued;

import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.kernel.TransactionType;
import ir.ramzineh.kernel.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of codes made on request. */
@Repository
class IssuedCodeTable {
    /** A row; the code is derived from it. */
    record Row(long id, CodeOrder order, MadeCode.State state, String nonce, Instant expiresAt) {}

    private final JdbcClient jdbc;

    IssuedCodeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Row row, Instant now) {
        CodeOrder order = row.order();
        @Nullable Transaction payment = order.payment().orElse(null);
        jdbc.sql("""
                insert into issued_code (id, card_id, kind, channel, state, digits, nonce, transaction_type, amount,
                                         merchant_id, terminal_id, made_at, expires_at)
                values (:id, :card, :kind, :channel, 'LIVE', :digits, :nonce, :type, :amount,
                        :merchant, :terminal, :now, :expires)
                """)
                .param("id", row.id())
                .param("card", order.card().value())
                .param("kind", order.kind().name())
                .param("channel", order.channel().name())
                .param("digits", order.digits())
                .param("nonce", row.nonce())
                .param("type", payment == null ? null : payment.type().name(), Types.VARCHAR)
                .param("amount", payment == null ? null : payment.amount().amount(), Types.BIGINT)
                .param("merchant", payment == null ? null : payment.merchantId(), Types.VARCHAR)
                .param("terminal", payment == null ? null : payment.terminalId(), Types.VARCHAR)
                .param("now", UtcTime.toColumn(now))
                .param("expires", UtcTime.toColumn(row.expiresAt()))
                .update();
    }

    /** First what is alive, then the newest, at most {@code limit}: no flood hides a living code. */
    List<Row> endingAfter(CardId card, PasswordKind kind, Instant moment, int limit) {
        return jdbc.sql("""
                select id, card_id, kind, channel, state, digits, nonce, transaction_type, amount, merchant_id,
                       terminal_id, made_at, expires_at
                from issued_code
                where card_id = :card and kind = :kind and expires_at > :moment
                order by state = 'LIVE' desc, id desc
                limit :limit
                """)
                .param("card", card.value())
                .param("kind", kind.name())
                .param("moment", UtcTime.toColumn(moment))
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    /** Only what is alive changes its state, so a code is used once, whoever else tries in the same moment. */
    boolean end(long id, MadeCode.State state, Instant now) {
        return jdbc.sql("""
                update issued_code set state = :state, over_at = :now
                where id = :id and state = 'LIVE' and expires_at > :now
                """)
                        .param("id", id)
                        .param("state", state.name())
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    int replaceAll(CardId card, PasswordKind kind, Instant now) {
        return jdbc.sql("""
                update issued_code set state = 'REPLACED', over_at = :now
                where card_id = :card and kind = :kind and expires_at > :now and state = 'LIVE'
                """)
                .param("card", card.value())
                .param("kind", kind.name())
                .param("now", UtcTime.toColumn(now))
                .update();
    }

    int removeExpiredBefore(Instant moment, int rows) {
        return jdbc.sql("delete from issued_code where expires_at < :moment limit :rows")
                .param("moment", UtcTime.toColumn(moment))
                .param("rows", rows)
                .update();
    }

    private static Row read(ResultSet row) throws SQLException {
        LocalDateTime made = row.getObject("made_at", LocalDateTime.class);
        LocalDateTime expires = row.getObject("expires_at", LocalDateTime.class);
        CodeOrder order = new CodeOrder(
                new CardId(row.getLong("card_id")),
                PasswordKind.valueOf(row.getString("kind")),
                CodeChannel.valueOf(row.getString("channel")),
                row.getInt("digits"),
                Math.toIntExact(Duration.between(made, expires).toSeconds()),
                payment(row));
        return new Row(
                row.getLong("id"),
                order,
                MadeCode.State.valueOf(row.getString("state")),
                row.getString("nonce"),
                UtcTime.fromColumn(expires));
    }

    private static Optional<Transaction> payment(ResultSet row) throws SQLException {
        String type = row.getString("transaction_type");
        return type == null
                ? Optional.empty()
                : Optional.of(new Transaction(
                        TransactionType.valueOf(type),
                        new Rial(row.getLong("amount")),
                        row.getString("merchant_id"),
                        row.getString("terminal_id")));
    }
}
