package ir.ramzineh.sms;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class StoredTimeline implements SmsTimeline {
    private static final int LIMIT_MAX = 200;

    private final JdbcClient jdbc;

    StoredTimeline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Entry> of(CustomerId customer, int limit) {
        return jdbc.sql("""
                        select id, purpose, template, masked_number, state, created_at, handed_over_at, ended_at, provider, failure
                        from sms_message where customer_id = :customer order by id desc limit :limit
                        """)
                .param("customer", customer.value())
                .param("limit", Math.clamp(limit, 1, LIMIT_MAX))
                .query(StoredTimeline::entry)
                .list();
    }

    @Override
    public List<Entry> of(CustomerId customer, CardId card, int limit) {
        return jdbc.sql("""
                        select id, purpose, template, masked_number, state, created_at, handed_over_at, ended_at, provider, failure
                        from sms_message
                        where customer_id = :customer and card_id = :card
                        order by id desc
                        limit :limit
                        """)
                .param("customer", customer.value())
                .param("card", card.value())
                .param("limit", Math.clamp(limit, 1, LIMIT_MAX))
                .query(StoredTimeline::entry)
                .list();
    }

    @Override
    public Optional<Entry> of(CustomerId customer, CardId card, SmsId id) {
        return jdbc.sql("""
                        select id, purpose, template, masked_number, state, created_at, handed_over_at, ended_at, provider, failure
                        from sms_message
                        where id = :id and customer_id = :customer and card_id = :card
                        """)
                .param("id", id.value())
                .param("customer", customer.value())
                .param("card", card.value())
                .query(StoredTimeline::entry)
                .optional();
    }

    @Override
    public Optional<Entry> of(SmsId id) {
        return jdbc.sql("""
                        select id, purpose, template, masked_number, state, created_at, handed_over_at, ended_at, provider, failure
                        from sms_message where id = :id
                        """)
                .param("id", id.value())
                .query(StoredTimeline::entry)
                .optional();
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        return new Entry(
                new SmsId(row.getLong("id")),
                row.getString("purpose"),
                row.getString("template"),
                row.getString("masked_number"),
                SmsState.valueOf(row.getString("state")),
                UtcTime.fromColumn(row.getObject("created_at", LocalDateTime.class)),
                instant(row, "handed_over_at"),
                instant(row, "ended_at"),
                row.getString("provider"),
                row.getString("failure"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : UtcTime.fromColumn(time);
    }
}
