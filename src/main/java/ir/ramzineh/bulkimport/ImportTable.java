package ir.ramzineh.bulkimport;

import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffMember;
import ir.ramzineh.vault.Field;
import ir.ramzineh.vault.SealedColumn;
import ir.ramzineh.vault.SealedTable;
import ir.ramzineh.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of imports. Every step is one conditional update. */
@Repository
class ImportTable {
    static final SealedTable SEALED = SealedTable.of("bulk_import", "id", SealedColumn.withoutHash("content_sealed"));

    private static final Field CONTENT = new Field("bulk_import", "content_sealed");

    private final JdbcClient jdbc;
    private final Vault vault;

    ImportTable(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * What is to be done.
     *
     * @param stop somebody asked to stop it
     * @param tries how often it was begun, with this time
     * @param checker user name of who approved it
     */
    record Work(
            long id,
            ImportKind kind,
            boolean stop,
            int tries,
            StaffId maker,
            @Nullable String checker,
            @Nullable BranchCode branch) {}

    /**
     * The file of an import.
     *
     * @param intact it is the one whose hash was approved
     */
    record Content(String text, boolean intact) {}

    int open() {
        return jdbc.sql("select count(*) from bulk_import where state in ('WAITING', 'APPROVED', 'RUNNING')")
                .query(Integer.class)
                .single();
    }

    void insert(
            long id,
            ImportKind kind,
            String fileName,
            String text,
            StaffMember maker,
            @Nullable BranchCode branch,
            long rows,
            Instant now) {
        jdbc.sql("""
                insert into bulk_import (id, kind, file_name, content_sealed, content_hash, state, maker_id, maker, branch,
                                         file_rows, created_at)
                values (:id, :kind, :name, :content, :hash, 'WAITING', :makerId, :maker, :branch, :rows, :now)
                """)
                .param("id", id)
                .param("kind", kind.name())
                .param("name", fileName)
                .param("content", vault.seal(CONTENT, id, text))
                .param("hash", hash(text))
                .param("makerId", maker.id().value())
                .param("maker", maker.userName())
                .param("branch", branch == null ? null : branch.digits(), Types.VARCHAR)
                .param("rows", rows)
                .param("now", UtcTime.toColumn(now))
                .update();
    }

    void proposed(long id, ApprovalId approval) {
        jdbc.sql("update bulk_import set approval_id = :approval where id = :id")
                .param("approval", approval.value())
                .param("id", id)
                .update();
    }

    /** The proposal of an import of this maker that waits. */
    Optional<ApprovalId> waiting(long id, StaffId maker) {
        return jdbc.sql("""
                        select approval_id from bulk_import
                        where id = :id and maker_id = :maker and state = 'WAITING' and approval_id is not null
                        """)
                .param("id", id)
                .param("maker", maker.value())
                .query((row, n) -> new ApprovalId(row.getLong("approval_id")))
                .optional();
    }

    /** Only what waits, and only the file that was shown. */
    boolean approve(long id, String hash, String checker) {
        return jdbc.sql("""
                        update bulk_import set state = 'APPROVED', checker = :checker
                        where id = :id and state = 'WAITING' and content_hash = :hash
                        """)
                        .param("id", id)
                        .param("checker", checker)
                        .param("hash", HexFormat.of().parseHex(hash))
                        .update()
                == 1;
    }

    /**
     * The oldest that is approved, or that a node left in the middle, and that does not wait after a try that failed. Files
     * of customers and of cards keep their order, each kind its own: an older one that waits must not overwrite a newer one
     * later. Each time it is given out counts as a try.
     */
    Optional<Work> next(Instant now) {
        Optional<Work> next = jdbc.sql("""
                        select id, kind, cancel, tries + 1 as tries, maker_id, checker, branch from bulk_import b
                        where state in ('APPROVED', 'RUNNING')
                          and (cancel
                               or (coalesce(next_at, :now) <= :now
                                   and (kind = 'SERIALS'
                                        or not exists (select 1 from bulk_import older
                                                       where older.state in ('APPROVED', 'RUNNING')
                                                         and older.kind = b.kind and older.id < b.id))))
                        order by id limit 1
                        """)
                .param("now", UtcTime.toColumn(now))
                .query((row, n) -> work(row))
                .optional();
        return next.filter(work -> jdbc.sql("""
                        update bulk_import set state = 'RUNNING', done = 0, tries = tries + 1, next_at = null
                        where id = :id and state in ('APPROVED', 'RUNNING')
                        """).param("id", work.id()).update() == 1);
    }

    private static Work work(ResultSet row) throws SQLException {
        String branch = row.getString("branch");
        return new Work(
                row.getLong("id"),
                ImportKind.valueOf(row.getString("kind")),
                row.getBoolean("cancel"),
                row.getInt("tries"),
                new StaffId(row.getLong("maker_id")),
                row.getString("checker"),
                branch == null ? null : new BranchCode(branch));
    }

    /** Opens the file; an exception of the vault where its seal does not hold. */
    Content content(long id) {
        return jdbc.sql("select content_sealed, content_hash from bulk_import where id = :id")
                .param("id", id)
                .query((row, n) -> {
                    String text = vault.open(CONTENT, id, row.getBytes("content_sealed"));
                    return new Content(text, MessageDigest.isEqual(hash(text), row.getBytes("content_hash")));
                })
                .single();
    }

    /** After a try that failed: not before {@code until} again, unless somebody stops it. */
    void pause(long id, Instant until) {
        jdbc.sql("update bulk_import set next_at = :until where id = :id and state = 'RUNNING'")
                .param("until", UtcTime.toColumn(until))
                .param("id", id)
                .update();
    }

    /** Notes progress; says whether somebody asked to stop. */
    boolean progress(long id, long done) {
        jdbc.sql("update bulk_import set done = :done where id = :id")
                .param("id", id)
                .param("done", done)
                .update();
        return jdbc.sql("select cancel from bulk_import where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void end(long id, ImportState state, @Nullable String problem, Instant now) {
        jdbc.sql("""
                update bulk_import
                set state = :state, problem = :problem, ended_at = :now, content_sealed = null,
                    done = if(:state = 'DONE', file_rows, done)
                where id = :id and state = 'RUNNING'
                """)
                .param("id", id)
                .param("state", state.name())
                .param("problem", problem, Types.VARCHAR)
                .param("now", UtcTime.toColumn(now))
                .update();
    }

    boolean askToStop(long id) {
        return jdbc.sql("""
                        update bulk_import set cancel = true
                        where id = :id and state in ('APPROVED', 'RUNNING') and not cancel
                        """).param("id", id).update() == 1;
    }

    /** Ends one that waits, with its file. */
    boolean drop(long id, ImportState state, @Nullable String checker, Instant now) {
        return jdbc.sql("""
                        update bulk_import
                        set state = :state, checker = :checker, ended_at = :now, content_sealed = null
                        where id = :id and state = 'WAITING'
                        """)
                        .param("state", state.name())
                        .param("checker", checker, Types.VARCHAR)
                        .param("now", UtcTime.toColumn(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    int expire(Instant before, Instant now) {
        return jdbc.sql("""
                        update bulk_import set state = 'EXPIRED', content_sealed = null, ended_at = :now
                        where state = 'WAITING' and created_at < :before
                        """)
                .param("before", UtcTime.toColumn(before))
                .param("now", UtcTime.toColumn(now))
                .update();
    }

    List<ImportJob> latest(@Nullable StaffId maker, int limit) {
        return jdbc.sql("""
                        select id, kind, file_name, state, maker_id, maker, checker, file_rows, done, problem, created_at, ended_at
                        from bulk_import where (:maker is null or maker_id = :maker) order by id desc limit :limit
                        """)
                .param("maker", maker == null ? null : maker.value(), Types.BIGINT)
                .param("limit", limit)
                .query((row, n) -> job(row))
                .list();
    }

    private static ImportJob job(ResultSet row) throws SQLException {
        LocalDateTime ended = row.getObject("ended_at", LocalDateTime.class);
        return new ImportJob(
                row.getLong("id"),
                ImportKind.valueOf(row.getString("kind")),
                row.getString("file_name"),
                ImportState.valueOf(row.getString("state")),
                new StaffId(row.getLong("maker_id")),
                row.getString("maker"),
                row.getString("checker"),
                row.getInt("file_rows"),
                row.getInt("done"),
                row.getString("problem"),
                UtcTime.fromColumn(row.getObject("created_at", LocalDateTime.class)),
                ended == null ? null : UtcTime.fromColumn(ended));
    }

    static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
