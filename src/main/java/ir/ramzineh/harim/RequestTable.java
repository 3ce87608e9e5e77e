package ir.ramzineh.harim;

import ir.ramzineh.corebank.CardExpiry;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.RequestIdReusedException;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.kernel.TransactionType;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.vault.Field;
import ir.ramzineh.vault.Purpose;
import ir.ramzineh.vault.Vault;
import java.nio.charset.StandardCharsets;
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

/** The rows of requests. */
@Repository
class RequestTable {
    static final Field CARD = new Field("harim_request", "card_sealed");
    private static final Purpose DIGEST = new Purpose("harim.request");
    private static final Purpose PAYMENT = new Purpose("harim.payment");

    /** The countdown that runs for a payment. */
    record Window(Instant closesAt, int asked, Instant lastAskedAt) {}

    /** A request that nobody has dealt with yet. */
    record Waiting(
            long id,
            String channel,
            CardNumber card,
            Optional<CardExpiry> expiry,
            Transaction payment,
            String merchantName,
            Instant closesAt) {}

    private final JdbcClient jdbc;
    private final Vault vault;

    RequestTable(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * Whether this very request came before.
     *
     * @throws RequestIdReusedException another one came under its id
     */
    boolean asked(String channel, PaymentCodeRequest request) {
        Optional<byte[]> digest = jdbc.sql(
                        "select request_digest from harim_request where channel = :channel and request_id = :request")
                .param("channel", channel)
                .param("request", request.requestId())
                .query((row, n) -> row.getBytes(1))
                .optional();
        digest.filter(known -> !vault.macMatches(DIGEST, bytes(whole(request)), known))
                .ifPresent(other -> {
                    throw new RequestIdReusedException();
                });
        return digest.isPresent();
    }

    void insert(long id, String channel, PaymentCodeRequest request, Instant now, Instant closes) {
        Transaction payment = request.payment();
        @Nullable CardExpiry expiry = request.expiry().orElse(null);
        jdbc.sql("""
                insert into harim_request (id, channel, request_id, request_digest, payment_hash, card_sealed,
                                           expiry_year, expiry_month, transaction_type, amount, merchant_id,
                                           terminal_id, merchant_name, requester_id, asked_at, closes_at)
                values (:id, :channel, :request, :digest, :payment, :card, :year, :month, :type, :amount,
                        :merchant, :terminal, :name, :requester, :now, :closes)
                """)
                .param("id", id)
                .param("channel", channel)
                .param("request", request.requestId())
                .param("digest", vault.mac(DIGEST, bytes(whole(request))))
                .param("payment", vault.mac(PAYMENT, bytes(content(request))))
                .param("card", vault.seal(CARD, id, request.card().digits()))
                .param("year", expiry == null ? null : expiry.year(), Types.SMALLINT)
                .param("month", expiry == null ? null : expiry.month(), Types.TINYINT)
                .param("type", payment.type().name())
                .param("amount", payment.amount().amount())
                .param("merchant", payment.merchantId())
                .param("terminal", payment.terminalId())
                .param("name", request.merchantName())
                .param("requester", request.requesterId())
                .param("now", UtcTime.toColumn(now))
                .param("closes", UtcTime.toColumn(closes))
                .update();
    }

    Optional<Window> window(PaymentCodeRequest request, Instant now) {
        return jdbc.sql("""
                select max(closes_at) as closes_at, count(*) as asked, max(asked_at) as last_asked_at
                from harim_request
                where payment_hash = :payment and closes_at > :now
                having count(*) > 0
                """)
                .param("payment", vault.mac(PAYMENT, bytes(content(request))))
                .param("now", UtcTime.toColumn(now))
                .query((row, n) ->
                        new Window(moment(row, "closes_at"), row.getInt("asked"), moment(row, "last_asked_at")))
                .optional();
    }

    /** Requests whose node died between the commit and the first look. */
    List<Long> forgotten(Instant before, Instant now, int limit) {
        return jdbc.sql("""
                select id from harim_request
                where taken_at is null and asked_at < :before and closes_at > :now
                order by id
                limit :limit
                """)
                .param("before", UtcTime.toColumn(before))
                .param("now", UtcTime.toColumn(now))
                .param("limit", limit)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** Takes a request; of any number of nodes one gets it. */
    Optional<Waiting> take(long id, Instant now) {
        int taken = jdbc.sql("update harim_request set taken_at = :now where id = :id and taken_at is null")
                .param("id", id)
                .param("now", UtcTime.toColumn(now))
                .update();
        return taken == 1 ? waiting(id) : Optional.empty();
    }

    private Optional<Waiting> waiting(long id) {
        return jdbc.sql("""
                select id, channel, card_sealed, expiry_year, expiry_month, transaction_type, amount, merchant_id,
                       terminal_id, merchant_name, closes_at
                from harim_request
                where id = :id and card_sealed is not null
                """).param("id", id).query((row, n) -> waiting(row)).optional();
    }

    /** Writes what became of it; the number of the card leaves the row. */
    void settle(long id, Delivery outcome, @Nullable CardId card, @Nullable Long sms) {
        int rows = jdbc.sql("""
                update harim_request
                set outcome = :outcome, card_id = :card, sms_id = :sms, card_sealed = null
                where id = :id and outcome is null
                """)
                .param("id", id)
                .param("outcome", outcome.name())
                .param("card", card == null ? null : card.value(), Types.BIGINT)
                .param("sms", sms, Types.BIGINT)
                .update();
        if (rows != 1) {
            throw new IllegalStateException("A request was dealt with twice");
        }
    }

    /** Rows, and numbers of cards in rows that nobody got to deal with. */
    int purge(Instant rowsBefore, Instant numbersBefore, int limit) {
        int emptied = jdbc.sql("""
                update harim_request set card_sealed = null
                where card_sealed is not null and closes_at < :before
                limit :limit
                """)
                .param("before", UtcTime.toColumn(numbersBefore))
                .param("limit", limit)
                .update();
        int removed = jdbc.sql("delete from harim_request where closes_at < :before limit :limit")
                .param("before", UtcTime.toColumn(rowsBefore))
                .param("limit", limit)
                .update();
        return Math.max(emptied, removed);
    }

    /** What makes it the same payment with the same card. */
    static String content(PaymentCodeRequest request) {
        Transaction payment = request.payment();
        return String.join(
                "\n",
                request.card().digits(),
                payment.type().name(),
                Long.toString(payment.amount().amount()),
                payment.merchantId(),
                payment.terminalId());
    }

    private static String whole(PaymentCodeRequest request) {
        return String.join(
                "\n",
                content(request),
                request.requesterId(),
                request.expiry().map(CardExpiry::toString).orElse(""),
                request.merchantName());
    }

    private Waiting waiting(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        int year = row.getInt("expiry_year");
        Optional<CardExpiry> expiry =
                row.wasNull() ? Optional.empty() : Optional.of(new CardExpiry(year, row.getInt("expiry_month")));
        return new Waiting(
                id,
                row.getString("channel"),
                new CardNumber(vault.open(CARD, id, row.getBytes("card_sealed"))),
                expiry,
                new Transaction(
                        TransactionType.valueOf(row.getString("transaction_type")),
                        new Rial(row.getLong("amount")),
                        row.getString("merchant_id"),
                        row.getString("terminal_id")),
                row.getString("merchant_name"),
                moment(row, "closes_at"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return UtcTime.fromColumn(row.getObject(column, LocalDateTime.class));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
