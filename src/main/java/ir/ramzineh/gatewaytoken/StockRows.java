package ir.ramzineh.gatewaytoken;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.UtcTime;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts serial numbers into the stock of a branch, in the caller's transaction. Who may is for the caller to ask. */
@Component
class StockRows {
    private final JdbcClient jdbc;
    private final GatewayRows rows;
    private final GatewayKeys keys;
    private final GatewayHistory history;
    private final AuditTrail audit;
    private final SecureRandom random;
    private final IdSource ids;
    private final Clock clock;

    StockRows(
            JdbcClient jdbc,
            GatewayRows rows,
            GatewayKeys keys,
            GatewayHistory history,
            AuditTrail audit,
            SecureRandom random,
            IdSource ids,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.keys = keys;
        this.history = history;
        this.audit = audit;
        this.random = random;
        this.ids = ids;
        this.clock = clock;
    }

    /** Also under hashes of older keys, which the unique column does not compare. */
    boolean known(String serial) {
        return rows.bySerial(keys.serialHashes(serial)).isPresent();
    }

    /** Adds what two people decided about; what is known by now is not added twice. Returns how many were added. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int add(BranchCode branch, List<String> serials, String maker, String checker) {
        int added = 0;
        for (String serial : serials) {
            if (!known(serial) && insert(branch, serial, maker)) {
                added++;
            }
        }
        record(branch, added, maker, checker);
        return added;
    }

    /** Draws as many as two people decided. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void draw(BranchCode branch, int count, String maker, String checker) {
        for (int i = 0; i < count; i++) {
            drawn(branch, maker);
        }
        record(branch, count, maker, checker);
    }

    /** A fresh serial number, such as one at the counter. */
    @Transactional(propagation = Propagation.MANDATORY)
    public GatewayRow drawn(BranchCode branch, String maker) {
        String serial = Serials.newSerial(random).text();
        while (known(serial) || !insert(branch, serial, maker)) {
            serial = Serials.newSerial(random).text();
        }
        return rows.bySerial(keys.serialHashes(serial)).orElseThrow();
    }

    private boolean insert(BranchCode branch, String serial, String maker) {
        long id = ids.next();
        Instant now = clock.instant();
        boolean added =
                insert(id, branch.digits(), keys.seal(GatewayKeys.SERIAL, id, serial), keys.serialHash(serial), now);
        if (added) {
            history.add(id, "in-stock", maker, List.of(), null);
        }
        return added;
    }

    private void record(BranchCode branch, int count, String maker, String checker) {
        if (count > 0) {
            audit.record(new AuditEvent(
                    new Actor.Staff(maker),
                    "gateway-token.stock-added",
                    null,
                    null,
                    Map.of("branch", branch.digits(), "count", Integer.toString(count), "checker", checker)));
        }
    }

    /** Out of the stock of a branch for good; not where the counter gave it away a moment ago. */
    boolean discard(long id, Instant now) {
        return jdbc.sql("update gateway_token set state = 'DEAD', dead_at = :now where id = :id and state = 'IN_STOCK'")
                        .param("id", id)
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    /** The oldest after that one; 0: from the first. */
    List<GatewayRow> page(String branch, long after, int limit) {
        return jdbc.sql("""
                select * from gateway_token where branch = :branch and state = 'IN_STOCK' and id > :after
                order by id limit :max
                """)
                .param("branch", branch)
                .param("after", after)
                .param("max", limit)
                .query((row, n) -> GatewayRows.read(row))
                .list();
    }

    int countOf(String branch, GatewayTokenState state) {
        return jdbc.sql("select count(*) from gateway_token where branch = :branch and state = :state")
                .param("branch", branch)
                .param("state", state.name())
                .query(Integer.class)
                .single();
    }

    /** {@code false}: a token with this serial number is there. */
    private boolean insert(long id, String branch, byte[] serialSealed, byte[] serialHash, Instant now) {
        try {
            jdbc.sql("""
                    insert into gateway_token (id, branch, serial_sealed, serial_hash, state, created_at)
                    values (:id, :branch, :sealed, :hash, 'IN_STOCK', :now)
                    """)
                    .param("id", id)
                    .param("branch", branch)
                    .param("sealed", serialSealed)
                    .param("hash", serialHash)
                    .param("now", UtcTime.toColumn(now))
                    .update();
            return true;
        } catch (DuplicateKeyException there) {
            return false;
        }
    }
}
