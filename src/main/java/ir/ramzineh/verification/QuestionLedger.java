package ir.ramzineh.verification;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.vault.Purpose;
import ir.ramzineh.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * One row per question. It is inserted before anything is evaluated: of two requests with one id, the second waits for
 * the first at the unique key and then reads its answer. The row takes its outcome in the same transaction, so no other
 * connection ever sees it without one.
 */
@Repository
class QuestionLedger {
    private static final Purpose DIGEST = new Purpose("verification.request");

    private final JdbcClient jdbc;
    private final Vault vault;
    private final IdSource ids;

    QuestionLedger(JdbcClient jdbc, Vault vault, IdSource ids) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.ids = ids;
    }

    /** Opens the row of a question, or is empty when this channel asked under this id before. */
    OptionalLong open(String channel, VerificationRequest request, Instant now) {
        long id = ids.next();
        Transaction transaction = request.transaction();
        try {
            jdbc.sql("""
                    insert into verification (id, channel, request_id, request_digest, asked_at, verdict, reason,
                                              kind, transaction_type, amount, merchant_id, terminal_id)
                    values (:id, :channel, :request, :digest, :now, 'REFUSED', 'OPEN',
                            :kind, :type, :amount, :merchant, :terminal)
                    """)
                    .param("id", id)
                    .param("channel", channel)
                    .param("request", request.requestId())
                    .param("digest", vault.mac(DIGEST, content(request)))
                    .param("now", UtcTime.toColumn(now))
                    .param("kind", request.password().name())
                    .param("type", transaction.type().name())
                    .param("amount", transaction.amount().amount())
                    .param("merchant", transaction.merchantId())
                    .param("terminal", transaction.terminalId())
                    .update();
        } catch (DuplicateKeyException askedBefore) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(id);
    }

    /** Nulls come with their type: for one without, the driver would ask the server first. */
    void close(long id, Outcome outcome) {
        int rows = jdbc.sql("""
                update verification
                set verdict = :verdict, reason = :reason, detail_a = :a, detail_b = :b, card_id = :card
                where id = :id
                """)
                .param("verdict", outcome.verdict().name())
                .param("reason", outcome.reason().name())
                .param("a", outcome.detailA(), Types.BIGINT)
                .param("b", outcome.detailB(), Types.BIGINT)
                .param("card", outcome.card() == null ? null : outcome.card().value(), Types.BIGINT)
                .param("id", id)
                .update();
        if (rows != 1) {
            throw new IllegalStateException("The row of an open question is gone");
        }
    }

    /**
     * The answer given before.
     *
     * @throws RequestIdReusedException it was the answer to another question
     */
    Verdict answered(String channel, VerificationRequest request) {
        return jdbc.sql("""
                select request_digest, verdict from verification where channel = :channel and request_id = :request
                """)
                .param("channel", channel)
                .param("request", request.requestId())
                .query((row, n) -> {
                    if (!vault.macMatches(DIGEST, content(request), row.getBytes("request_digest"))) {
                        throw new RequestIdReusedException();
                    }
                    return Verdict.valueOf(row.getString("verdict"));
                })
                .single();
    }

    List<RecentVerification> of(CardId card, Instant since, int limit) {
        return jdbc.sql("""
                select asked_at, kind, transaction_type, amount, merchant_id, terminal_id, verdict, reason,
                       detail_a, detail_b
                from verification
                where card_id = :card and asked_at >= :since
                order by id desc
                limit :limit
                """)
                .param("card", card.value())
                .param("since", UtcTime.toColumn(since))
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    private static RecentVerification read(ResultSet row) throws SQLException {
        return new RecentVerification(
                UtcTime.fromColumn(row.getObject("asked_at", LocalDateTime.class)),
                PasswordKind.valueOf(row.getString("kind")),
                TransactionType.valueOf(row.getString("transaction_type")),
                new Rial(row.getLong("amount")),
                row.getString("merchant_id"),
                row.getString("terminal_id"),
                Verdict.valueOf(row.getString("verdict")),
                Reason.valueOf(row.getString("reason")),
                Stream.of(row.getObject("detail_a", Long.class), row.getObject("detail_b", Long.class))
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** All that makes it the same question, the code last: it alone may hold any character. */
    private static byte[] content(VerificationRequest request) {
        Transaction transaction = request.transaction();
        return String.join(
                        "\n",
                        request.card().digits(),
                        request.password().name(),
                        transaction.type().name(),
                        Long.toString(transaction.amount().amount()),
                        transaction.merchantId(),
                        transaction.terminalId(),
                        request.code())
                .getBytes(StandardCharsets.UTF_8);
    }
}
