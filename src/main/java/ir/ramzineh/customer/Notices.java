package ir.ramzineh.customer;

import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.UtcTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The inbox of each customer in the portal: what changed, told without an SMS. */
@Service
public class Notices {
    private static final int LIMIT_MAX = 200;
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private final JsonMapper json = JsonMapper.builder().build();
    private final JdbcClient jdbc;
    private final IdSource ids;
    private final Clock clock;

    Notices(JdbcClient jdbc, IdSource ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** Adds an entry in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(CustomerId customer, String kind, Map<String, String> details) {
        jdbc.sql("""
                        insert into notice (id, customer_id, kind, details, created_at)
                        values (:id, :customer, :kind, :details, :now)
                        """)
                .param("id", ids.next())
                .param("customer", customer.value())
                .param("kind", kind)
                .param("details", json.writeValueAsString(details))
                .param("now", UtcTime.toColumn(clock.instant()))
                .update();
    }

    /** The newest entries first, at most {@code limitMax} and never more than 200. */
    public List<Notice> of(CustomerId customer, int limitMax) {
        return read(customer, limitMax, "");
    }

    /** As {@link #of}, but only what has not been read. */
    public List<Notice> unread(CustomerId customer, int limitMax) {
        return read(customer, limitMax, "and read_at is null");
    }

    private List<Notice> read(CustomerId customer, int limitMax, String condition) {
        return jdbc.sql("""
                        select id, kind, details, created_at, read_at
                        from notice where customer_id = :customer %s order by id desc limit :limit
                        """.formatted(condition))
                .param("customer", customer.value())
                .param("limit", Math.clamp(limitMax, 1, LIMIT_MAX))
                .query((row, index) -> new Notice(
                        row.getLong("id"),
                        row.getString("kind"),
                        json.readValue(row.getString("details"), DETAILS),
                        UtcTime.fromColumn(row.getObject("created_at", LocalDateTime.class)),
                        row.getObject("read_at") != null))
                .list();
    }

    /** Marks entries as read; those of another customer, and those read before, stay as they are. */
    public void markRead(CustomerId customer, List<Notice> seen) {
        if (seen.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update notice set read_at = :now
                        where id in (:ids) and customer_id = :customer and read_at is null
                        """)
                .param("now", UtcTime.toColumn(clock.instant()))
                .param("ids", seen.stream().map(Notice::id).toList())
                .param("customer", customer.value())
                .update();
    }

    /** Removes the oldest entries from before a moment, read or not; answers with how many, at most {@code rowsMax}. */
    int removeOlderThan(Instant moment, int rowsMax) {
        return jdbc.sql("delete from notice where id < :lowest order by id limit :rows")
                .param("lowest", IdSource.lowestOf(moment))
                .param("rows", rowsMax)
                .update();
    }
}
