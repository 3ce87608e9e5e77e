package ir.ramzineh.fraudcase;

import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.sms.SmsId;
import ir.ramzineh.staff.ReachedCustomers;
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
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of cases and of the notes about them. */
@Repository
class CaseTable {
    static final Field TEXT = new Field("fraud_case_note", "text_sealed");
    static final SealedTable SEALED = SealedTable.of("fraud_case_note", "id", SealedColumn.withoutHash("text_sealed"));

    private final JdbcClient jdbc;
    private final Vault vault;
    private final IdSource ids;

    CaseTable(JdbcClient jdbc, Vault vault, IdSource ids) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.ids = ids;
    }

    /** Empty when a case about the same thing is open already: of two presses one opens it. */
    Optional<Long> open(
            CustomerId customer, CardId card, Suspect suspect, ReportedBy by, SuspectFacts facts, Instant now) {
        long id = ids.next();
        try {
            jdbc.sql("""
                    insert into fraud_case (id, customer_id, card_id, subject, subject_id, reported_by, reported_at,
                                            happened_at, what, amount, merchant, terminal_id, state, open_slot)
                    values (:id, :customer, :card, :subject, :subjectId, :by, :now, :at, :what, :amount, :merchant,
                            :terminal, 'OPEN', 1)
                    """)
                    .param("id", id)
                    .param("customer", customer.value())
                    .param("card", card.value())
                    .param("subject", Subject.of(suspect).kind())
                    .param("subjectId", Subject.of(suspect).id())
                    .param("by", by.name())
                    .param("now", UtcTime.toColumn(now))
                    .param("at", facts.at() == null ? null : UtcTime.toColumn(facts.at()), Types.TIMESTAMP)
                    .param("what", facts.what())
                    .param(
                            "amount",
                            facts.amount() == null ? null : facts.amount().amount(),
                            Types.BIGINT)
                    .param("merchant", facts.merchant(), Types.VARCHAR)
                    .param("terminal", facts.terminalId(), Types.VARCHAR)
                    .update();
            return Optional.of(id);
        } catch (DuplicateKeyException reportedBefore) {
            return Optional.empty();
        }
    }

    Optional<Long> openOf(CustomerId customer, CardId card, Suspect suspect) {
        return jdbc.sql("""
                select id from fraud_case
                where customer_id = :customer and card_id = :card and subject = :subject
                  and subject_id = :subjectId and open_slot = 1
                """)
                .param("customer", customer.value())
                .param("card", card.value())
                .param("subject", Subject.of(suspect).kind())
                .param("subjectId", Subject.of(suspect).id())
                .query(Long.class)
                .optional();
    }

    List<FraudCase> open(ReachedCustomers whose, int limit) {
        return waiting("f.*", whose, limit).query((row, n) -> read(row)).list();
    }

    int waiting(ReachedCustomers whose, int limit) {
        return waiting("f.id", whose, limit)
                .query((row, n) -> row.getLong("id"))
                .list()
                .size();
    }

    private JdbcClient.StatementSpec waiting(String columns, ReachedCustomers whose, int limit) {
        return jdbc.sql("select " + columns + """
                 from fraud_case f join customer u on u.id = f.customer_id
                where f.state = 'OPEN' and (:all or u.branch is null or u.branch = :branch) and f.customer_id <> :own
                order by f.id
                limit :limit
                """)
                .param("all", whose.everywhere())
                .param("branch", whose.branch().map(BranchCode::digits).orElse(""))
                .param("own", whose.own().map(CustomerId::value).orElse(0L))
                .param("limit", limit);
    }

    List<FraudCase> of(CustomerId customer, CardId card, int limit) {
        return jdbc.sql("""
                select * from fraud_case
                where customer_id = :customer and card_id = :card
                order by id desc
                limit :limit
                """)
                .param("customer", customer.value())
                .param("card", card.value())
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    /** Every case of a customer, the newest first. */
    List<FraudCase> of(CustomerId customer, int limit) {
        return jdbc.sql("select * from fraud_case where customer_id = :customer order by id desc limit :limit")
                .param("customer", customer.value())
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    /** The oldest open case of each card of a customer. */
    List<FraudCase> oldestOpen(CustomerId customer) {
        return jdbc.sql("""
                select * from fraud_case
                where id in (select min(id) from fraud_case
                             where customer_id = :customer and state = 'OPEN'
                             group by card_id)
                """)
                .param("customer", customer.value())
                .query((row, n) -> read(row))
                .list();
    }

    /**
     * Only the first of two at once gets {@code true}.
     *
     * @param from who held it when it was looked at; empty: nobody
     */
    boolean take(long id, Optional<String> from, String by, Instant now) {
        return jdbc.sql("""
                update fraud_case set handled_by = :by, handled_since = :now
                where id = :id and state = 'OPEN' and handled_by <=> :from
                """)
                        .param("id", id)
                        .param("from", from.orElse(null), Types.VARCHAR)
                        .param("by", by)
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    /** Who holds it closes it, once. */
    boolean close(long id, String by, CaseOutcome outcome, Instant now) {
        return jdbc.sql("""
                update fraud_case set state = 'CLOSED', open_slot = null, outcome = :outcome, closed_at = :now
                where id = :id and state = 'OPEN' and handled_by = :by
                """)
                        .param("id", id)
                        .param("by", by)
                        .param("outcome", outcome.name())
                        .param("now", UtcTime.toColumn(now))
                        .update()
                == 1;
    }

    Optional<FraudCase> one(long id) {
        return jdbc.sql("select * from fraud_case where id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    void note(long caseId, String author, String text, Instant now) {
        long id = ids.next();
        jdbc.sql("""
                insert into fraud_case_note (id, case_id, written_at, author, text_sealed)
                values (:id, :case, :now, :author, :text)
                """)
                .param("id", id)
                .param("case", caseId)
                .param("now", UtcTime.toColumn(now))
                .param("author", author)
                .param("text", vault.seal(TEXT, id, text))
                .update();
    }

    List<CaseNote> notes(long caseId) {
        return jdbc.sql("""
                select id, written_at, author, text_sealed from fraud_case_note where case_id = :case order by id
                """)
                .param("case", caseId)
                .query((row, n) -> new CaseNote(
                        UtcTime.fromColumn(row.getObject("written_at", LocalDateTime.class)),
                        row.getString("author"),
                        vault.open(TEXT, row.getLong("id"), row.getBytes("text_sealed"))))
                .list();
    }

    private static FraudCase read(ResultSet row) throws SQLException {
        long amount = row.getLong("amount");
        boolean noAmount = row.wasNull();
        return new FraudCase(
                row.getLong("id"),
                new CustomerId(row.getLong("customer_id")),
                new CardId(row.getLong("card_id")),
                new Subject(row.getString("subject"), row.getLong("subject_id")).suspect(),
                ReportedBy.valueOf(row.getString("reported_by")),
                UtcTime.fromColumn(row.getObject("reported_at", LocalDateTime.class)),
                instant(row.getObject("happened_at", LocalDateTime.class)),
                row.getString("what"),
                noAmount ? null : new Rial(amount),
                row.getString("merchant"),
                row.getString("terminal_id"),
                CaseState.valueOf(row.getString("state")),
                handling(row));
    }

    private static Optional<CaseHandling> handling(ResultSet row) throws SQLException {
        String by = row.getString("handled_by");
        Instant since = instant(row.getObject("handled_since", LocalDateTime.class));
        return by == null || since == null
                ? Optional.empty()
                : Optional.of(new CaseHandling(
                        by,
                        since,
                        Optional.ofNullable(row.getString("outcome")).map(CaseOutcome::valueOf),
                        Optional.ofNullable(instant(row.getObject("closed_at", LocalDateTime.class)))));
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime column) {
        return column == null ? null : UtcTime.fromColumn(column);
    }

    /** How the thing pointed at stands in a row. */
    private record Subject(String kind, long id) {
        static Subject of(Suspect suspect) {
            return switch (suspect) {
                case Suspect.WholeCard() -> new Subject("CARD", 0);
                case Suspect.Payment(long id) -> new Subject("VERIFICATION", id);
                case Suspect.Request(long id) -> new Subject("REQUEST", id);
                case Suspect.Message(SmsId sms) -> new Subject("MESSAGE", sms.value());
                case Suspect.Activity(long id) -> new Subject("ACTIVITY", id);
            };
        }

        Suspect suspect() {
            return switch (kind) {
                case "VERIFICATION" -> new Suspect.Payment(id);
                case "REQUEST" -> new Suspect.Request(id);
                case "MESSAGE" -> new Suspect.Message(new SmsId(id));
                case "ACTIVITY" -> new Suspect.Activity(id);
                default -> new Suspect.WholeCard();
            };
        }
    }
}
