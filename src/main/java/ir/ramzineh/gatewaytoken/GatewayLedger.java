package ir.ramzineh.gatewaytoken;

import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.RequestIdReusedException;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.vault.Purpose;
import ir.ramzineh.vault.Vault;
import ir.ramzineh.verification.Verdict;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * One row per question, written with its outcome in the transaction that decided it, unique by channel and request id. Apart
 * from the questions about cards, whose answer this must not slow down.
 */
@Repository
class GatewayLedger {
    private static final Purpose DIGEST = new Purpose("gateway-token.request");

    private final JdbcClient jdbc;
    private final Vault vault;
    private final IdSource ids;

    GatewayLedger(JdbcClient jdbc, Vault vault, IdSource ids) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.ids = ids;
    }

    /** A twin of this request was faster. */
    static final class AskedBefore extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AskedBefore() {
            super("asked before", null, false, false);
        }
    }

    /**
     * The answer given before under this id.
     *
     * @throws RequestIdReusedException it was the answer to another question
     */
    Optional<Verdict> answered(String channel, GatewayQuestion question) {
        return jdbc.sql("""
                select request_digest, verdict from gateway_verification
                where channel = :channel and request_id = :request
                """)
                .param("channel", channel)
                .param("request", question.requestId())
                .query((row, n) -> {
                    if (!vault.macMatches(DIGEST, content(question), row.getBytes("request_digest"))) {
                        throw new RequestIdReusedException();
                    }
                    return Verdict.valueOf(row.getString("verdict"));
                })
                .optional();
    }

    /** @throws AskedBefore a twin has been stored meanwhile */
    void store(
            String channel,
            GatewayQuestion question,
            GatewayReason reason,
            @Nullable CustomerId customer,
            @Nullable Long token,
            Instant now) {
        Transaction transaction = question.transaction();
        try {
            jdbc.sql("""
                    insert into gateway_verification (id, channel, request_id, request_digest, asked_at, verdict, reason,
                                                      customer_id, token_id, scope, transaction_type, amount,
                                                      merchant_id, terminal_id)
                    values (:id, :channel, :request, :digest, :now, :verdict, :reason, :customer, :token, :scope, :type,
                            :amount, :merchant, :terminal)
                    """)
                    .param("id", ids.next())
                    .param("channel", channel)
                    .param("request", question.requestId())
                    .param("digest", vault.mac(DIGEST, content(question)))
                    .param("now", UtcTime.toColumn(now))
                    .param("verdict", verdict(reason).name())
                    .param("reason", reason.name())
                    .param("customer", customer == null ? null : customer.value(), Types.BIGINT)
                    .param("token", token, Types.BIGINT)
                    .param("scope", question.scope().name())
                    .param("type", transaction.type().name())
                    .param("amount", transaction.amount().amount())
                    .param("merchant", transaction.merchantId())
                    .param("terminal", transaction.terminalId())
                    .update();
        } catch (DuplicateKeyException twin) {
            throw new AskedBefore();
        }
    }

    /** What became of the newest codes sent for a customer, the newest first. */
    List<RecentGatewayCode> newest(CustomerId customer, int max) {
        return jdbc.sql("""
                select token_id, asked_at, scope, reason from gateway_verification
                where customer_id = :customer order by id desc limit :max
                """)
                .param("customer", customer.value())
                .param("max", max)
                .query((row, n) -> new RecentGatewayCode(
                        row.getObject("token_id") == null ? null : new GatewayTokenId(row.getLong("token_id")),
                        UtcTime.fromColumn(row.getObject("asked_at", LocalDateTime.class)),
                        LinkScope.valueOf(row.getString("scope")),
                        GatewayReason.valueOf(row.getString("reason"))))
                .list();
    }

    static Verdict verdict(GatewayReason reason) {
        return reason == GatewayReason.ACCEPTED ? Verdict.ACCEPTED : Verdict.REFUSED;
    }

    int purge(Instant before, int rows) {
        return jdbc.sql("delete from gateway_verification where asked_at < :before limit :rows")
                .param("before", UtcTime.toColumn(before))
                .param("rows", rows)
                .update();
    }

    /** All that makes it the same question, the code last: it alone may hold any character but those of a line end. */
    private static byte[] content(GatewayQuestion question) {
        Transaction transaction = question.transaction();
        String subject = switch (question.subject()) {
            case GatewaySubject.OfAccount(var bank, var number) -> "account\n" + bank + "\n" + number.digits();
            case GatewaySubject.OfUser(var typed) -> "user\n" + typed.length() + "\n" + typed;
            case GatewaySubject.OfPerson(var person) -> "person\n" + person.digits();
        };
        return String.join(
                        "\n",
                        subject,
                        question.scope().name(),
                        transaction.type().name(),
                        Long.toString(transaction.amount().amount()),
                        transaction.merchantId(),
                        transaction.terminalId(),
                        question.code())
                .getBytes(StandardCharsets.UTF_8);
    }
}
