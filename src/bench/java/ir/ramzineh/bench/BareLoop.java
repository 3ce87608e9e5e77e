package ir.ramzineh.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The yardstick: one row changed, one row added, committed; no portal, no HTTP. What no system that keeps its promise on
 * this database can be faster than.
 */
final class BareLoop implements Client {
    private static final AtomicLong IDS = new AtomicLong();

    private final Connection connection;
    private final PreparedStatement update;
    private final PreparedStatement insert;
    private final int rows;

    BareLoop(Connection connection, int rows) throws SQLException {
        this.connection = connection;
        this.rows = rows;
        this.update = connection.prepareStatement("update bench_state set n = n + 1, changed_at = ? where id = ?");
        this.insert = connection.prepareStatement(
                "insert into bench_entry (id, state_id, happened_at, kind, details) values (?, ?, ?, ?, ?)");
    }

    /** Makes the two tables, the first with as many rows as there are cards. */
    static void prepare(Connection connection, int rows) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    create table bench_state (id bigint not null primary key, n bigint not null,
                        changed_at datetime(3) null, filler varchar(100) not null) engine = InnoDB
                    """);
            statement.execute("""
                    create table bench_entry (id bigint not null primary key, state_id bigint not null,
                        happened_at datetime(3) not null, kind varchar(20) not null, details varchar(200) not null,
                        key entry_of_state (state_id, id)) engine = InnoDB
                    """);
            statement.execute("""
                    insert into bench_state (id, n, filler) select seq, 0, repeat('x', 80) from seq_1_to_%d
                    """.formatted(rows));
        }
        connection.commit();
    }

    @Override
    public boolean once() throws SQLException {
        long id = ThreadLocalRandom.current().nextInt(rows) + 1L;
        java.time.LocalDateTime now = java.time.LocalDateTime.now(java.time.ZoneOffset.UTC);
        update.setObject(1, now);
        update.setLong(2, id);
        int changed = update.executeUpdate();
        insert.setLong(1, IDS.incrementAndGet());
        insert.setLong(2, id);
        insert.setObject(3, now);
        insert.setString(4, "code.accepted");
        insert.setString(5, "{\"kind\":\"SECOND\",\"reason\":\"ACCEPTED\",\"request\":\"20261122-000017\"}");
        int added = insert.executeUpdate();
        connection.commit();
        return changed == 1 && added == 1;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
