package ir.ramzineh.counter;

import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.UtcTime;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was granted and until when, for the news at its end; that codes count or not stands with the password. */
@Repository
class EmergencyTable {
    private final JdbcClient jdbc;
    private final IdSource ids;

    EmergencyTable(JdbcClient jdbc, IdSource ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    record Row(long id, CustomerId customer, CardId card, PasswordKind kind) {}

    void insert(
            ApprovalId approval,
            CustomerId customer,
            CardId card,
            PasswordKind kind,
            String channels,
            Instant now,
            Instant until) {
        jdbc.sql("""
                insert into emergency_access (id, approval_id, customer_id, card_id, kind, channels, begun_at, until)
                values (:id, :approval, :customer, :card, :kind, :channels, :now, :until)
                """)
                .param("id", ids.next())
                .param("approval", approval.value())
                .param("customer", customer.value())
                .param("card", card.value())
                .param("kind", kind.name())
                .param("channels", channels)
                .param("now", UtcTime.toColumn(now))
                .param("until", UtcTime.toColumn(until))
                .update();
    }

    /** Whose end is due and not told, in the order of their ids; {@code after} the id before the first one. */
    List<Row> over(Instant now, long after, int limit) {
        return jdbc.sql("""
                select id, customer_id, card_id, kind from emergency_access
                where ended_at is null and until <= :now and id > :after
                order by id
                limit :limit
                """)
                .param("now", UtcTime.toColumn(now))
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        new CustomerId(row.getLong("customer_id")),
                        new CardId(row.getLong("card_id")),
                        PasswordKind.valueOf(row.getString("kind"))))
                .list();
    }

    /** Of two sweeps one gets {@code true}. */
    boolean end(long id, Instant now) {
        return jdbc.sql("update emergency_access set ended_at = :now where id = :id and ended_at is null")
                        .param("now", UtcTime.toColumn(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Closes what is open about a password, where somebody else tells what has become of it. */
    void endOf(CardId card, PasswordKind kind, Instant now) {
        jdbc.sql("""
                update emergency_access set ended_at = :now
                where card_id = :card and kind = :kind and ended_at is null
                """)
                .param("now", UtcTime.toColumn(now))
                .param("card", card.value())
                .param("kind", kind.name())
                .update();
    }
}
