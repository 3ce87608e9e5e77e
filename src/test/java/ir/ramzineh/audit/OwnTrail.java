package ir.ramzineh.audit;

import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.vault.Vault;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A trail of its own on the tests' database: the tables of one connection, which stand before the real ones there and go
 * with it. So nobody else's rows and clocks are in it, and it can be attacked.
 */
final class OwnTrail implements AutoCloseable {
    static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    static final AuditSettings SETTINGS = settings(null);

    private static final List<String> TABLES =
            List.of("audit_event", "audit_block", "audit_block_rows", "audit_retired");

    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final SealRows rows;
    AuditSealing sealing;
    final AuditSeals seals;
    private final Connection connection;
    private final AuditSettings settings;
    private final Clock clock;
    private final IdSource ids;
    private final AuditTrail trail;
    private Instant now = START;

    OwnTrail(DataSource dataSource, Vault vault, AuditSettings settings) throws SQLException {
        connection = dataSource.getConnection();
        var single = new SingleConnectionDataSource(connection, true);
        jdbc = JdbcClient.create(single);
        for (String table : TABLES) {
            jdbc.sql("create temporary table own_" + table + " like " + table).update();
            jdbc.sql("alter table own_" + table + " rename to " + table).update();
        }
        transaction = new TransactionTemplate(new JdbcTransactionManager(single));
        Clock clock = new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        ids = new IdSource(clock, new Random(7));
        trail = new AuditTrail(jdbc, ids, clock);
        rows = new SealRows(jdbc, vault);
        this.settings = settings;
        this.clock = clock;
        sealing = newProcess();
        seals = new AuditSeals(rows, new AnchorFile(settings), clock);
    }

    /** The portal is started anew: what it remembered is gone. */
    void restart() {
        sealing = newProcess();
    }

    private AuditSealing newProcess() {
        return new AuditSealing(
                rows, new SettledRows(jdbc, clock), new AnchorFile(settings), settings, transaction, clock);
    }

    static AuditSettings settings(@Nullable Path anchors) {
        return new AuditSettings(Duration.ofMinutes(5), 10, Duration.ofHours(1), anchors, Duration.ofDays(365));
    }

    AuditTrail trail() {
        return trail;
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Some events, a second after the other. */
    List<Long> happens(int count) {
        List<Long> before = all();
        for (int i = 0; i < count; i++) {
            int number = i;
            pass(Duration.ofSeconds(1));
            transaction.executeWithoutResult(status -> trail.record(new AuditEvent(
                    new Actor.Channel("switch"),
                    "code.accepted",
                    null,
                    null,
                    Map.of("request", "r" + number, "kind", "SECOND"))));
        }
        List<Long> now = new ArrayList<>(all());
        now.removeAll(before);
        return now;
    }

    /** Three blocks: two full ones of ten rows, and one of five. */
    List<Long> threeBlocks() {
        List<Long> made = happens(25);
        pass(Duration.ofMinutes(6));
        sealing.seal();
        return made;
    }

    /** A row with an id of a moment, as its writer would have made it. */
    long at(Instant moment, String kind) {
        long id = IdSource.lowestOf(moment) + 77;
        jdbc.sql("""
                insert into audit_event (id, happened_at, actor_kind, actor_name, kind, details)
                values (:id, :at, 'STAFF', 'reza', :kind, '{}')
                """)
                .param("id", id)
                .param("at", ir.ramzineh.kernel.UtcTime.toColumn(moment))
                .param("kind", kind)
                .update();
        return id;
    }

    List<Long> all() {
        return jdbc.sql("select id from audit_event order by id")
                .query((row, index) -> row.getLong("id"))
                .list();
    }

    SealVerdict verify(SealHead... known) {
        return seals.verify(List.of(known), progress -> {}, () -> false);
    }

    @Override
    public void close() throws SQLException {
        for (String table : TABLES) {
            jdbc.sql("drop temporary table " + table).update();
        }
        connection.close();
    }
}
