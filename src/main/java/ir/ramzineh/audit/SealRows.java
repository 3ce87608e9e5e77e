package ir.ramzineh.audit;

import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.vault.Purpose;
import ir.ramzineh.vault.Vault;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the chain, and the rows it covers. Every read is a plain one and locks nothing. */
@Repository
class SealRows {
    private static final HexFormat HEX = HexFormat.of();
    private static final Purpose BLOCK = new Purpose("audit.block");
    private static final Purpose RETIRED = new Purpose("audit.retired");

    private final JdbcClient jdbc;
    private final Vault vault;

    SealRows(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Rows of the trail above one id up to another, in their order. */
    List<AuditRow> trail(long after, long through, int limit) {
        return jdbc.sql("select " + AuditRow.COLUMNS + """
                         from audit_event
                        where id > :after and id <= :through
                        order by id
                        limit :limit
                        """)
                .param("after", after)
                .param("through", through)
                .param("limit", limit)
                .query((row, index) -> AuditRow.read(row))
                .list();
    }

    Optional<SealBlock> last() {
        return jdbc.sql("select * from audit_block order by number desc limit 1")
                .query((row, index) -> SealBlock.read(row))
                .optional();
    }

    List<SealBlock> blocks(long after, long through, int limit) {
        return jdbc.sql("""
                        select * from audit_block
                        where number > :after and number <= :through
                        order by number
                        limit :limit
                        """)
                .param("after", after)
                .param("through", through)
                .param("limit", limit)
                .query((row, index) -> SealBlock.read(row))
                .list();
    }

    Optional<RowDigests> digests(long number) {
        return jdbc.sql("select digests from audit_block_rows where number = :number")
                .param("number", number)
                .query((row, index) -> RowDigests.stored(row.getBytes("digests")))
                .optional();
    }

    String mac(String blockHash) {
        return HEX.formatHex(vault.mac(BLOCK, HEX.parseHex(blockHash)));
    }

    boolean isOurs(SealBlock block) {
        return vault.macMatches(BLOCK, HEX.parseHex(block.hash()), HEX.parseHex(block.mac()));
    }

    /** The unique number decides where two nodes seal at once. */
    void add(SealBlock block, RowDigests digests) {
        jdbc.sql("""
                        insert into audit_block (number, after_id, through_id, row_count, rows_in_all, rows_hash,
                                                 previous_hash, sealed_at, block_hash, mac)
                        values (:number, :after, :through, :count, :all, :rowsHash, :previous, :at, :hash, :mac)
                        """)
                .param("number", block.number())
                .param("after", block.afterId())
                .param("through", block.throughId())
                .param("count", block.rowCount())
                .param("all", block.rowsInAll())
                .param("rowsHash", HEX.parseHex(block.rowsHash()))
                .param("previous", HEX.parseHex(block.previousHash()))
                .param("at", UtcTime.toColumn(block.sealedAt()))
                .param("hash", HEX.parseHex(block.hash()))
                .param("mac", HEX.parseHex(block.mac()))
                .update();
        jdbc.sql("insert into audit_block_rows (number, digests) values (:number, :digests)")
                .param("number", block.number())
                .param("digests", digests.bytes())
                .update();
    }

    /** When a block's rows were removed by the operator's command; the key says that it was that. */
    Optional<Retired> retired(SealBlock block) {
        return jdbc.sql("select retired_at, mac from audit_retired where number = :number")
                .param("number", block.number())
                .query((row, index) -> {
                    Instant at = UtcTime.fromColumn(row.getObject("retired_at", LocalDateTime.class));
                    return new Retired(at, vault.macMatches(RETIRED, retiredContent(block, at), row.getBytes("mac")));
                })
                .optional();
    }

    /** Marks a block as one whose rows may go. */
    void retire(SealBlock block, Instant at) {
        Instant stored = UtcTime.fromColumn(UtcTime.toColumn(at));
        jdbc.sql("""
                        insert into audit_retired (number, after_id, through_id, retired_at, mac)
                        values (:number, :after, :through, :at, :mac)
                        """)
                .param("number", block.number())
                .param("after", block.afterId())
                .param("through", block.throughId())
                .param("at", UtcTime.toColumn(stored))
                .param("mac", vault.mac(RETIRED, retiredContent(block, stored)))
                .update();
    }

    int removeTrail(SealBlock block, int rows) {
        return jdbc.sql("delete from audit_event where id > :after and id <= :through limit :rows")
                .param("after", block.afterId())
                .param("through", block.throughId())
                .param("rows", rows)
                .update();
    }

    void removeDigests(long number) {
        jdbc.sql("delete from audit_block_rows where number = :number")
                .param("number", number)
                .update();
    }

    /** Rows that no block covers yet, counted up to a limit. */
    long beyond(long through, int limit) {
        return jdbc.sql("select count(*) from (select 1 from audit_event where id > :through limit :limit) beyond")
                .param("through", through)
                .param("limit", limit)
                .query(Long.class)
                .single();
    }

    private static byte[] retiredContent(SealBlock block, Instant at) {
        return ByteBuffer.allocate(Sha256.BYTES + Long.BYTES)
                .put(HEX.parseHex(block.hash()))
                .putLong(at.toEpochMilli())
                .array();
    }

    /**
     * A mark that the rows were removed.
     *
     * @param ours the portal's command did it, as the key shows
     */
    record Retired(Instant at, boolean ours) {}
}
