package ir.ramzineh.harim;

import ir.ramzineh.card.Cards;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.kernel.TransactionType;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.sms.SmsId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** "Where is my code?": requests of payment pages for one card, sent or not and why, for its owner (3.2, feature A). */
@Service
public class RecentRequests {
    /** Most rows a list holds. */
    public static final int LIMIT_MAX = 100;

    private static final String OF_THE_CARD = """
            select id, asked_at, closes_at, transaction_type, amount, merchant_id, terminal_id, merchant_name,
                   outcome, sms_id
            from harim_request
            where card_id = :card and asked_at >= :since
            """;

    private final JdbcClient jdbc;
    private final Cards cards;

    RecentRequests(JdbcClient jdbc, Cards cards) {
        this.jdbc = jdbc;
        this.cards = cards;
    }

    /**
     * The newest first; of a card that was somebody else's before, only those since then.
     *
     * @param limit 1 to {@value #LIMIT_MAX} rows
     * @throws ir.ramzineh.card.CardNotFoundException no such card, or not this customer's
     */
    public List<RecentRequest> of(CustomerId customer, CardId card, int limit) {
        return asked(customer, card, "order by id desc limit :limit")
                .param("limit", Math.clamp(limit, 1, LIMIT_MAX))
                .query((row, n) -> read(row))
                .list();
    }

    /**
     * The request that a message answered.
     *
     * @throws ir.ramzineh.card.CardNotFoundException no such card, or not this customer's
     */
    public Optional<RecentRequest> ofMessage(CustomerId customer, CardId card, SmsId sms) {
        return asked(customer, card, "and sms_id = :sms")
                .param("sms", sms.value())
                .query((row, n) -> read(row))
                .optional();
    }

    /**
     * One of that list.
     *
     * @throws ir.ramzineh.card.CardNotFoundException no such card, or not this customer's
     */
    public Optional<RecentRequest> one(CustomerId customer, CardId card, long id) {
        return asked(customer, card, "and id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** What was asked for this card since it is the customer's. */
    private JdbcClient.StatementSpec asked(CustomerId customer, CardId card, String rest) {
        Instant since = cards.ownedSince(customer, card).orElse(Instant.EPOCH);
        return jdbc.sql(OF_THE_CARD + rest).param("card", card.value()).param("since", UtcTime.toColumn(since));
    }

    private static RecentRequest read(ResultSet row) throws SQLException {
        long sms = row.getLong("sms_id");
        return new RecentRequest(
                row.getLong("id"),
                UtcTime.fromColumn(row.getObject("asked_at", LocalDateTime.class)),
                UtcTime.fromColumn(row.getObject("closes_at", LocalDateTime.class)),
                new Transaction(
                        TransactionType.valueOf(row.getString("transaction_type")),
                        new Rial(row.getLong("amount")),
                        row.getString("merchant_id"),
                        row.getString("terminal_id")),
                row.getString("merchant_name"),
                Optional.ofNullable(row.getString("outcome")).map(Delivery::valueOf),
                sms == 0 ? Optional.empty() : Optional.of(new SmsId(sms)));
    }
}
