package ir.ramzineh.numberchange;

import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.numberchange.NumberChange.Failure;
import ir.ramzineh.numberchange.NumberChange.State;
import ir.ramzineh.vault.Field;
import ir.ramzineh.vault.SealedColumn;
import ir.ramzineh.vault.SealedTable;
import ir.ramzineh.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of changes. Every step is one conditional statement; its row count tells who took it. */
@Repository
class NumberChangeTable {
    static final Field OLD = new Field("number_change", "old_sealed");
    static final Field NEW = new Field("number_change", "new_sealed");
    static final SealedTable SEALED = SealedTable.of(
            "number_change",
            "id",
            new SealedColumn(OLD.column(), "old_hash"),
            new SealedColumn(NEW.column(), "new_hash"));

    private final JdbcClient jdbc;
    private final Vault vault;
    private final IdSource ids;

    NumberChangeTable(JdbcClient jdbc, Vault vault, IdSource ids) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.ids = ids;
    }

    /** A change with its numbers. */
    record Row(
            long id,
            CustomerId customer,
            State state,
            MobileNumber before,
            MobileNumber after,
            String replyNumber,
            Instant approvedAt,
            @Nullable Instant writtenAt,
            @Nullable Instant coolingUntil,
            @Nullable Instant endedAt,
            int tries,
            @Nullable Long claim,
            Instant askedSince,
            @Nullable Instant codesBefore,
            @Nullable Instant givenUpAt,
            @Nullable Failure failure) {
        /** Whether its old number cancelled it: the answer is owed since then, no more since the approval. */
        boolean cancelled() {
            return askedSince.isAfter(approvedAt);
        }

        NumberChange shown(boolean stuck) {
            return new NumberChange(
                    id,
                    state,
                    before.masked(),
                    after.masked(),
                    approvedAt,
                    writtenAt,
                    coolingUntil,
                    endedAt,
                    tries,
                    failure,
                    stuck && givenUpAt == null);
        }
    }

    /**
     * @param codesBefore until when codes wait already; {@code null}: they do not
     * @throws org.springframework.dao.DuplicateKeyException one is under way for this customer
     */
    long insert(
            ApprovalId approval,
            CustomerId customer,
            MobileNumber before,
            MobileNumber after,
            String replyNumber,
            @Nullable Instant codesBefore,
            Instant now) {
        long id = ids.next();
        jdbc.sql("""
                insert into number_change (id, approval_id, customer_id, state, old_sealed, old_hash, new_sealed,
                                           new_hash, reply_number, approved_at, asked_since, next_try_at, codes_before,
                                           open_slot)
                values (:id, :approval, :customer, 'WRITING', :old, :oldHash, :new, :newHash, :reply, :now, :now,
                        :now, :codesBefore, 1)
                """)
                .param("id", id)
                .param("approval", approval.value())
                .param("customer", customer.value())
                .param("old", vault.seal(OLD, id, before.e164()))
                .param("oldHash", vault.lookupHash(OLD, before.e164()))
                .param("new", vault.seal(NEW, id, after.e164()))
                .param("newHash", vault.lookupHash(NEW, after.e164()))
                .param("reply", replyNumber)
                .param("codesBefore", codesBefore == null ? null : UtcTime.toColumn(codesBefore), Types.TIMESTAMP)
                .param("now", UtcTime.toColumn(now))
                .update();
        return id;
    }

    /** What waits for the bank, the longest waiting first. */
    List<Long> due(Instant now, int limit) {
        return jdbc.sql("""
                select id from number_change
                where state in ('WRITING', 'TAKING_BACK') and next_try_at <= :now
                  and (claimed_until is null or claimed_until <= :now)
                order by next_try_at
                limit :limit
                """)
                .param("now", UtcTime.toColumn(now))
                .param("limit", limit)
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    /** Takes a change for one question to the bank. Of several workers one gets it. */
    Optional<Row> claim(long id, Instant now, Instant until) {
        int rows = jdbc.sql("""
                update number_change set claim = :claim, claimed_until = :until, tries = tries + 1
                where id = :id and state in ('WRITING', 'TAKING_BACK') and next_try_at <= :now
                  and (claimed_until is null or claimed_until <= :now)
                """)
                .param("claim", ids.next())
                .param("until", UtcTime.toColumn(until))
                .param("id", id)
                .param("now", UtcTime.toColumn(now))
                .update();
        return rows == 1 ? one(id) : Optional.empty();
    }

    /** The bank has it: the time without codes begins. Not if it was cancelled meanwhile. */
    boolean written(Row row, Instant now, Instant coolingUntil) {
        return jdbc.sql("""
                update number_change
                set state = 'COOLING', written_at = :now, cooling_until = :until, claim = null, claimed_until = null
                where id = :id and state = 'WRITING' and claim = :claim
                """)
                        .param("now", UtcTime.toColumn(now))
                        .param("until", UtcTime.toColumn(coolingUntil))
                        .param("id", row.id())
                        .param("claim", row.claim())
                        .update()
                == 1;
    }

    /** The end of a change whose question is claimed. */
    boolean end(Row row, State from, State to, @Nullable Failure failure, Instant now) {
        return jdbc.sql("""
                update number_change
                set state = :to, ended_at = :now, failure = :failure, open_slot = null, claim = null,
                    claimed_until = null
                where id = :id and state = :from and claim = :claim
                """)
                        .param("to", to.name())
                        .param("now", UtcTime.toColumn(now))
                        .param("failure", failure == null ? null : failure.name(), Types.VARCHAR)
                        .param("id", row.id())
                        .param("from", from.name())
                        .param("claim", row.claim())
                        .update()
                == 1;
    }

    /** Cancelled, but the new number stays: codes go to it after that time. */
    boolean stands(Row row, Instant now, Instant codesFrom) {
        return jdbc.sql("""
                update number_change
                set state = 'DONE', ended_at = :now, cooling_until = :until, open_slot = null, claim = null,
                    claimed_until = null
                where id = :id and state = 'TAKING_BACK' and claim = :claim
                """)
                        .param("now", UtcTime.toColumn(now))
                        .param("until", UtcTime.toColumn(codesFrom))
                        .param("id", row.id())
                        .param("claim", row.claim())
                        .update()
                == 1;
    }

    /** Gives the claim back; whatever the change is now is asked again, at once if it was given up meanwhile. */
    void release(Row row, Instant next) {
        jdbc.sql("""
                update number_change
                set claim = null, claimed_until = null, next_try_at = if(given_up_at is null, :next, next_try_at)
                where id = :id and claim = :claim
                """)
                .param("next", UtcTime.toColumn(next))
                .param("id", row.id())
                .param("claim", row.claim())
                .update();
    }

    List<Long> cooled(Instant now, int limit) {
        return jdbc.sql("""
                select id from number_change where state = 'COOLING' and cooling_until <= :now limit :limit
                """)
                .param("now", UtcTime.toColumn(now))
                .param("limit", limit)
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    boolean done(long id, Instant now) {
        return jdbc.sql("""
                update number_change set state = 'DONE', ended_at = :now, open_slot = null
                where id = :id and state = 'COOLING' and cooling_until <= :now
                """).param("now", UtcTime.toColumn(now)).param("id", id).update() == 1;
    }

    /** The proposal a change came from. */
    ApprovalId approval(long id) {
        return jdbc.sql("select approval_id from number_change where id = :id")
                .param("id", id)
                .query((row, n) -> new ApprovalId(row.getLong("approval_id")))
                .single();
    }

    Optional<Row> one(long id) {
        return jdbc.sql("select * from number_change where id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<Row> latest(CustomerId customer) {
        return jdbc.sql("select * from number_change where customer_id = :customer order by id desc limit 1")
                .param("customer", customer.value())
                .query((row, n) -> read(row))
                .optional();
    }

    /** Changes away from this number that were approved since then, the newest first. */
    List<Row> away(MobileNumber number, Instant since) {
        return jdbc.sql("""
                select * from number_change where old_hash in (:hashes) and approved_at > :since
                order by id desc limit 20
                """)
                .param("hashes", vault.lookupHashes(OLD, number.e164()))
                .param("since", UtcTime.toColumn(since))
                .query((row, n) -> read(row))
                .list();
    }

    private Row read(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        long claim = row.getLong("claim");
        boolean unclaimed = row.wasNull();
        Instant approvedAt = UtcTime.fromColumn(row.getObject("approved_at", LocalDateTime.class));
        Instant askedSince = instant(row.getObject("asked_since", LocalDateTime.class));
        String failure = row.getString("failure");
        return new Row(
                id,
                new CustomerId(row.getLong("customer_id")),
                State.valueOf(row.getString("state")),
                new MobileNumber(vault.open(OLD, id, row.getBytes("old_sealed"))),
                new MobileNumber(vault.open(NEW, id, row.getBytes("new_sealed"))),
                row.getString("reply_number"),
                approvedAt,
                instant(row.getObject("written_at", LocalDateTime.class)),
                instant(row.getObject("cooling_until", LocalDateTime.class)),
                instant(row.getObject("ended_at", LocalDateTime.class)),
                row.getInt("tries"),
                unclaimed ? null : claim,
                askedSince == null ? approvedAt : askedSince,
                instant(row.getObject("codes_before", LocalDateTime.class)),
                instant(row.getObject("given_up_at", LocalDateTime.class)),
                failure == null ? null : Failure.valueOf(failure));
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime column) {
        return column == null ? null : UtcTime.fromColumn(column);
    }
}
