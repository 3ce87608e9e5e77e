package ir.ramzineh.token;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.UtcTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The wishes for a new phone that wait; one for each password. */
@Repository
class NewPhoneTable {
    private final JdbcClient jdbc;

    NewPhoneTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Instant> from(CustomerId customer, CardId card, PasswordKind kind) {
        return jdbc.sql("""
                select from_at from new_phone_wish
                where card_id = :card and kind = :kind and customer_id = :customer
                """)
                .param("card", card.value())
                .param("kind", kind.name())
                .param("customer", customer.value())
                .query((row, n) -> UtcTime.fromColumn(row.getObject("from_at", LocalDateTime.class)))
                .optional();
    }

    /** In the place of one that is over, or of the card's former owner. */
    void put(CustomerId customer, CardId card, PasswordKind kind, Instant now, Instant from) {
        jdbc.sql("""
                insert into new_phone_wish (card_id, kind, customer_id, wished_at, from_at)
                values (:card, :kind, :customer, :now, :from)
                on duplicate key update customer_id = values(customer_id), wished_at = values(wished_at),
                                        from_at = values(from_at)
                """)
                .param("card", card.value())
                .param("kind", kind.name())
                .param("customer", customer.value())
                .param("now", UtcTime.toColumn(now))
                .param("from", UtcTime.toColumn(from))
                .update();
    }

    boolean remove(CardId card, PasswordKind kind) {
        return jdbc.sql("delete from new_phone_wish where card_id = :card and kind = :kind")
                        .param("card", card.value())
                        .param("kind", kind.name())
                        .update()
                == 1;
    }

    int purge(Instant before, int rows) {
        return jdbc.sql("delete from new_phone_wish where from_at < :before limit :rows")
                .param("before", UtcTime.toColumn(before))
                .param("rows", rows)
                .update();
    }
}
