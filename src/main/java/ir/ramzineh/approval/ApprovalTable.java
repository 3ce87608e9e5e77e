package ir.ramzineh.approval;

import ir.ramzineh.approval.ApprovalContent.Made;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffMember;
import ir.ramzineh.vault.Field;
import ir.ramzineh.vault.Purpose;
import ir.ramzineh.vault.SealedColumn;
import ir.ramzineh.vault.SealedTable;
import ir.ramzineh.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of proposals. */
@Repository
class ApprovalTable {
    static final Field SHOWN = new Field("approval", "shown_sealed");
    static final Field PAYLOAD = new Field("approval", "payload_sealed");
    static final Field NOTE = new Field("approval", "note_sealed");
    static final SealedTable SEALED = SealedTable.of(
            "approval",
            "id",
            SealedColumn.withoutHash(SHOWN.column()),
            SealedColumn.withoutHash(PAYLOAD.column()),
            SealedColumn.withoutHash(NOTE.column()));
    private static final Purpose SAME = new Purpose("approval.same");
    private static final Purpose MADE = new Purpose("approval.made");

    private final JdbcClient jdbc;
    private final Vault vault;
    private final IdSource ids;

    ApprovalTable(JdbcClient jdbc, Vault vault, IdSource ids) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.ids = ids;
    }

    /** A row; the people are numbers still. */
    record Row(
            ApprovalId id,
            ApprovalState state,
            @Nullable BranchCode branch,
            StaffId maker,
            @Nullable StaffId checker,
            Proposal proposal,
            Instant proposedAt,
            Instant expiresAt,
            @Nullable Instant decidedAt,
            String note) {
        /** With the payload, which is read apart. */
        Proposal whole(Map<String, String> payload) {
            return new Proposal(
                    proposal.kind(),
                    proposal.customer(),
                    proposal.card(),
                    proposal.facts(),
                    payload,
                    proposal.afterwards());
        }
    }

    /**
     * @param branch where it is decided; {@code null}: anywhere
     * @throws org.springframework.dao.DuplicateKeyException the same waits already
     */
    ApprovalId insert(StaffMember maker, @Nullable BranchCode branch, Proposal proposal, Instant now, Instant expires) {
        long id = ids.next();
        CustomerId customer = proposal.customer();
        CardId card = proposal.card();
        Made made = new Made(new ApprovalId(id), maker.id(), branch, expires);
        jdbc.sql("""
                insert into approval (id, kind, customer_id, card_id, branch, state, maker_id, proposed_at, expires_at,
                                      shown_sealed, payload_sealed, same_hash, made_hash, open_slot)
                values (:id, :kind, :customer, :card, :branch, 'WAITING', :maker, :now, :expires, :shown, :payload,
                        :same, :made, 1)
                """)
                .param("id", id)
                .param("kind", proposal.kind())
                .param("customer", customer == null ? null : customer.value(), Types.BIGINT)
                .param("card", card == null ? null : card.value(), Types.BIGINT)
                .param("branch", branch == null ? null : branch.digits(), Types.VARCHAR)
                .param("maker", maker.id().value())
                .param("now", UtcTime.toColumn(now))
                .param("expires", UtcTime.toColumn(expires))
                .param("shown", vault.sealBytes(SHOWN, id, ApprovalContent.shown(proposal)))
                .param("payload", vault.sealBytes(PAYLOAD, id, ApprovalContent.payload(proposal)))
                .param("same", vault.mac(SAME, ApprovalContent.same(proposal)))
                .param("made", vault.mac(MADE, ApprovalContent.made(proposal, made)))
                .update();
        return made.id();
    }

    /** The one statement that decides. Only one of many gets {@code true}, and none once the time is over. */
    boolean decide(ApprovalId id, ApprovalState to, @Nullable StaffId checker, String note, Instant now) {
        return jdbc.sql("""
                update approval
                set state = :state, checker_id = :checker, decided_at = :now, note_sealed = :note,
                    payload_sealed = null, open_slot = null
                where id = :id and state = 'WAITING' and expires_at > :now
                """)
                        .param("state", to.name())
                        .param("checker", checker == null ? null : checker.value(), Types.BIGINT)
                        .param("now", UtcTime.toColumn(now))
                        .param("note", note.isEmpty() ? null : vault.seal(NOTE, id.value(), note), Types.VARBINARY)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Ends one whose time is over; only one of two sweeps gets {@code true}. */
    boolean expire(ApprovalId id, Instant now) {
        return jdbc.sql("""
                update approval
                set state = 'EXPIRED', decided_at = :now, payload_sealed = null, open_slot = null
                where id = :id and state = 'WAITING' and expires_at <= :now
                """)
                        .param("now", UtcTime.toColumn(now))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    List<ApprovalId> overdue(Instant now, int limit) {
        return jdbc.sql("""
                select id from approval where state = 'WAITING' and expires_at <= :now order by expires_at limit :limit
                """)
                .param("now", UtcTime.toColumn(now))
                .param("limit", limit)
                .query((row, n) -> new ApprovalId(row.getLong("id")))
                .list();
    }

    Optional<Row> one(ApprovalId id) {
        return jdbc.sql("select * from approval where id = :id")
                .param("id", id.value())
                .query((row, n) -> read(row))
                .optional();
    }

    /** What the deed needs; empty once it is decided. */
    Optional<Map<String, String>> payload(ApprovalId id) {
        return jdbc.sql("select payload_sealed from approval where id = :id and payload_sealed is not null")
                .param("id", id.value())
                .query((row, n) -> ApprovalContent.readPayload(
                        vault.openBytes(PAYLOAD, id.value(), row.getBytes("payload_sealed"))))
                .optional();
    }

    /** Whether kind, customer and card are those that were proposed with this payload; the key shows it. */
    boolean isAsProposed(Row row, Map<String, String> payload) {
        Proposal whole = row.whole(payload);
        return jdbc.sql("select same_hash from approval where id = :id")
                .param("id", row.id().value())
                .query((found, n) -> vault.macMatches(SAME, ApprovalContent.same(whole), found.getBytes("same_hash")))
                .single();
    }

    /** Whether also maker, branch and time are those it was proposed with. */
    Origin origin(Row row, Map<String, String> payload) {
        Made made = new Made(row.id(), row.maker(), row.branch(), row.expiresAt());
        return jdbc.sql("select made_hash from approval where id = :id")
                .param("id", row.id().value())
                .query((found, n) -> {
                    byte[] hash = found.getBytes("made_hash");
                    if (hash == null) {
                        return Origin.UNPROVEN;
                    }
                    boolean shown = vault.macMatches(MADE, ApprovalContent.made(row.whole(payload), made), hash);
                    return shown ? Origin.PROVEN : Origin.ALTERED;
                })
                .single();
    }

    /** What the key says about who proposed something. */
    enum Origin {
        PROVEN,
        /** Written by a version that put no maker under the key, or the proof was taken away. */
        UNPROVEN,
        ALTERED
    }

    /** A row of {@code select *}. */
    Row read(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        long customer = row.getLong("customer_id");
        long card = row.getLong("card_id");
        long checker = row.getLong("checker_id");
        String branch = row.getString("branch");
        byte[] note = row.getBytes("note_sealed");
        ApprovalContent.Shown shown =
                ApprovalContent.readShown(vault.openBytes(SHOWN, id, row.getBytes("shown_sealed")));
        return new Row(
                new ApprovalId(id),
                ApprovalState.valueOf(row.getString("state")),
                branch == null ? null : new BranchCode(branch),
                new StaffId(row.getLong("maker_id")),
                checker == 0 ? null : new StaffId(checker),
                new Proposal(
                        row.getString("kind"),
                        customer == 0 ? null : new CustomerId(customer),
                        card == 0 ? null : new CardId(card),
                        shown.facts(),
                        Map.of(),
                        shown.afterwards()),
                UtcTime.fromColumn(row.getObject("proposed_at", LocalDateTime.class)),
                UtcTime.fromColumn(row.getObject("expires_at", LocalDateTime.class)),
                instant(row.getObject("decided_at", LocalDateTime.class)),
                note == null ? "" : vault.open(NOTE, id, note));
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime column) {
        return column == null ? null : UtcTime.fromColumn(column);
    }
}
