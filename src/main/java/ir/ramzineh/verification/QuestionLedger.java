package ir.ramzineh.verification;

import ir.ramzineh.card.ReadAlong;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.RequestIdReusedException;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.kernel.TransactionType;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.vault.Purpose;
import ir.ramzineh.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * One row per question, written with its outcome in the transaction that decided it. Its unique key is the request id: of
 * two requests with one id, the second finds the row of the first or fails on it, and takes its answer (design decision 006).
 */
@Repository
class QuestionLedger {
    private static final Purpose DIGEST = new Purpose("verification.request");

    private final JdbcClient jdbc;
    private final Vault vault;
    private final IdSource ids;
    private final Issuers issuers;

    QuestionLedger(JdbcClient jdbc, Vault vault, IdSource ids, Issuers issuers) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.ids = ids;
        this.issuers = issuers;
    }

    /** The answer given before under this id, to be read along with the password. */
    ReadAlong<StoredAnswer> answerAlong(String channel, VerificationRequest request) {
        return new ReadAlong<>(
                "hex(v.request_digest) as request_digest, v.verdict",
                "left join verification v on v.channel = :channel and v.request_id = :request\n",
                Map.of("channel", channel, "request", request.requestId()),
                row -> Optional.ofNullable(row.getString("request_digest"))
                        .map(digest -> new StoredAnswer(digest, verdict(row))));
    }

    private static Verdict verdict(ResultSet row) {
        try {
            return Verdict.valueOf(row.getString("verdict"));
        } catch (SQLException e) {
            throw new IllegalStateException("A stored answer without its verdict", e);
        }
    }

    /** Nulls come with their type: for one without, the driver would ask the server first. */
    void store(String channel, VerificationRequest request, Outcome outcome, Instant now) {
        Transaction transaction = request.transaction();
        CodeAge age = outcome.age();
        try {
            jdbc.sql("""
                    insert into verification (id, channel, request_id, request_digest, asked_at, verdict, reason,
                                              detail_a, detail_b, card_id, kind, transaction_type, amount,
                                              merchant_id, terminal_id, bin, code_source, code_age_ms,
                                              phone_ahead_ms, life_seconds, period_seconds, code_digits)
                    values (:id, :channel, :request, :digest, :now, :verdict, :reason,
                            :a, :b, :card, :kind, :type, :amount, :merchant, :terminal, :bin, :source, :age,
                            :ahead, :life, :period, :digits)
                    """)
                    .param("id", ids.next())
                    .param("channel", channel)
                    .param("request", request.requestId())
                    .param("digest", vault.mac(DIGEST, content(request)))
                    .param("now", UtcTime.toColumn(now))
                    .param("verdict", outcome.verdict().name())
                    .param("reason", outcome.reason().name())
                    .param("a", outcome.detailA(), Types.BIGINT)
                    .param("b", outcome.detailB(), Types.BIGINT)
                    .param(
                            "card",
                            outcome.card() == null ? null : outcome.card().value(),
                            Types.BIGINT)
                    .param("kind", request.password().name())
                    .param("type", transaction.type().name())
                    .param("amount", transaction.amount().amount())
                    .param("merchant", transaction.merchantId())
                    .param("terminal", transaction.terminalId())
                    .param("bin", issuers.binOf(request.card()).orElse(null), Types.VARCHAR)
                    .param("source", age == null ? null : age.source(), Types.VARCHAR)
                    .param("age", age == null ? null : age.ageMillis(), Types.INTEGER)
                    .param("ahead", age == null ? null : age.aheadMillis(), Types.INTEGER)
                    .param("life", age == null ? null : age.lifeSeconds(), Types.INTEGER)
                    .param("period", age == null ? null : age.periodSeconds(), Types.INTEGER)
                    .param("digits", age == null ? null : age.digits(), Types.INTEGER)
                    .update();
        } catch (DuplicateKeyException askedBefore) {
            throw new AskedBeforeException();
        }
    }

    /**
     * The answer given before.
     *
     * @throws RequestIdReusedException it was the answer to another question
     */
    Verdict answered(StoredAnswer before, VerificationRequest request) {
        if (!vault.macMatches(DIGEST, content(request), HexFormat.of().parseHex(before.digest()))) {
            throw new RequestIdReusedException();
        }
        return before.verdict();
    }

    /** As {@link #answered(StoredAnswer, VerificationRequest)}, for a row known to be there. */
    Verdict answered(String channel, VerificationRequest request) {
        StoredAnswer before = jdbc.sql("""
                select hex(request_digest) as request_digest, verdict from verification
                where channel = :channel and request_id = :request
                """)
                .param("channel", channel)
                .param("request", request.requestId())
                .query((row, n) -> new StoredAnswer(row.getString("request_digest"), verdict(row)))
                .single();
        return answered(before, request);
    }

    List<RecentVerification> of(CardId card, Instant since, int limit) {
        return jdbc.sql("""
                select id, asked_at, kind, transaction_type, amount, merchant_id, terminal_id, verdict, reason,
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

    Optional<RecentVerification> one(CardId card, Instant since, long id) {
        return jdbc.sql("""
                select id, asked_at, kind, transaction_type, amount, merchant_id, terminal_id, verdict, reason,
                       detail_a, detail_b
                from verification
                where id = :id and card_id = :card and asked_at >= :since
                """)
                .param("id", id)
                .param("card", card.value())
                .param("since", UtcTime.toColumn(since))
                .query((row, n) -> read(row))
                .optional();
    }

    private static RecentVerification read(ResultSet row) throws SQLException {
        return new RecentVerification(
                row.getLong("id"),
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
