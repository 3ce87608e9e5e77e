package ir.ramzineh.simulator;

import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.vault.Field;
import ir.ramzineh.vault.SealedColumn;
import ir.ramzineh.vault.SealedTable;
import ir.ramzineh.vault.Vault;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The messages on the simulated phones of the trial. */
@Service
public class SimulatorInbox {
    static final SealedTable SEALED = SealedTable.of(
            "simulator_inbox", "id", new SealedColumn("number", "number_hash"), SealedColumn.withoutHash("body"));
    private static final Field NUMBER = new Field("simulator_inbox", "number");
    private static final Field BODY = new Field("simulator_inbox", "body");
    private static final int LIMIT_MAX = 200;
    private static final int PHONES_MAX = 30;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final IdSource ids;
    private final Clock clock;

    SimulatorInbox(JdbcClient jdbc, Vault vault, IdSource ids, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What a phone received, newest first.
     *
     * @param limit 1 to 200 messages
     */
    public List<ReceivedSms> of(MobileNumber number, int limit) {
        return jdbc.sql("""
                        select id, message_id, sender, body, received_at from simulator_inbox
                        where number_hash in (:hashes) order by id desc limit :limit
                        """)
                .param("hashes", vault.lookupHashes(NUMBER, number.e164()))
                .param("limit", Math.clamp(limit, 1, LIMIT_MAX))
                .query((row, index) -> new ReceivedSms(
                        row.getLong("message_id"),
                        UtcTime.fromColumn(row.getObject("received_at", LocalDateTime.class)),
                        row.getString("sender"),
                        vault.open(BODY, row.getLong("id"), row.getBytes("body"))))
                .list();
    }

    /** The phones that have received something, the latest first; at most {@value #PHONES_MAX}. */
    public List<MobileNumber> phones() {
        return jdbc.sql("""
                        select m.id, m.number from simulator_inbox m
                        join (select max(id) as id from simulator_inbox group by number_hash) latest on latest.id = m.id
                        order by m.id desc limit :limit
                        """)
                .param("limit", PHONES_MAX)
                .query((row, index) -> new MobileNumber(vault.open(NUMBER, row.getLong("id"), row.getBytes("number"))))
                .list();
    }

    /**
     * Puts a message on a phone.
     *
     * @return false if the phone has this very message already
     */
    boolean receive(long messageId, MobileNumber number, @Nullable String sender, String text) {
        long id = ids.next();
        try {
            return jdbc.sql("""
                            insert into simulator_inbox (id, message_id, number, number_hash, sender, body, received_at)
                            values (:id, :message, :number, :hash, :sender, :body, :now)
                            """)
                            .param("id", id)
                            .param("message", messageId)
                            .param("number", vault.seal(NUMBER, id, number.e164()))
                            .param("hash", vault.lookupHash(NUMBER, number.e164()))
                            .param("sender", sender, Types.VARCHAR)
                            .param("body", vault.seal(BODY, id, text))
                            .param("now", UtcTime.toColumn(clock.instant()))
                            .update()
                    == 1;
        } catch (DuplicateKeyException repeated) {
            return false;
        }
    }
}
