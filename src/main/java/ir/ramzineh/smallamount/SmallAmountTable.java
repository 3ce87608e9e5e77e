package ir.ramzineh.smallamount;

import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.RequestIdReusedException;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.vault.Purpose;
import ir.ramzineh.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of consents and of what was used. */
@Repository
class SmallAmountTable {
    private static final Purpose DIGEST = new Purpose("small-amount.request");

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Issuers issuers;

    SmallAmountTable(JdbcClient jdbc, Vault vault, Issuers issuers) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.issuers = issuers;
    }

    /** {@code false} when it stood already. A card that changed hands takes the consent of its new owner. */
    boolean consent(CardId card, CustomerId customer, String version, Instant now) {
        int rows = jdbc.sql("""
                insert into small_amount_consent (card_id, customer_id, text_version, consented_at)
                values (:card, :customer, :version, :now)
                on duplicate key update
                    consented_at = if(customer_id = :customer, consented_at, :now),
                    text_version = if(customer_id = :customer, text_version, :version),
                    customer_id = :customer
                """)
                .param("card", card.value())
                .param("customer", customer.value())
                .param("version", version)
                .param("now", UtcTime.toColumn(now))
                .update();
        return rows == 1;
    }

    boolean withdraw(CardId card, CustomerId customer) {
        return jdbc.sql("delete from small_amount_consent where card_id = :card and customer_id = :customer")
                        .param("card", card.value())
                        .param("customer", customer.value())
                        .update()
                == 1;
    }

    boolean consented(CardId card, CustomerId customer) {
        return jdbc.sql("select 1 from small_amount_consent where card_id = :card and customer_id = :customer")
                .param("card", card.value())
                .param("customer", customer.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Locks the consent of the card's present owner, so that two payments of one card are added up one after the other. */
    boolean lockConsent(CardId card) {
        return jdbc.sql("""
                select 1 from small_amount_consent s join card c on c.id = s.card_id and c.customer_id = s.customer_id
                where s.card_id = :card
                for update
                """)
                .param("card", card.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    Rial usedSince(CardId card, Instant since) {
        return new Rial(jdbc.sql("""
                select coalesce(sum(amount), 0) from small_amount_use
                where card_id = :card and allowed and asked_at > :since
                """)
                .param("card", card.value())
                .param("since", UtcTime.toColumn(since))
                .query((row, n) -> row.getLong(1))
                .single());
    }

    void insert(
            long id, String channel, AllowanceRequest request, @Nullable CardId card, boolean allowed, Instant now) {
        jdbc.sql("""
                insert into small_amount_use (id, channel, request_id, request_digest, card_id, amount, allowed, asked_at,
                                              bin)
                values (:id, :channel, :request, :digest, :card, :amount, :allowed, :now, :bin)
                """)
                .param("id", id)
                .param("channel", channel)
                .param("request", request.requestId())
                .param("digest", vault.mac(DIGEST, content(request)))
                .param("card", card == null ? null : card.value(), Types.BIGINT)
                .param("amount", request.amount().amount())
                .param("allowed", allowed)
                .param("now", UtcTime.toColumn(now))
                .param("bin", issuers.binOf(request.card()).orElse(null), Types.VARCHAR)
                .update();
    }

    /**
     * The answer given before.
     *
     * @throws RequestIdReusedException it was the answer to another question
     */
    Optional<Boolean> answered(String channel, AllowanceRequest request) {
        return jdbc.sql("""
                select request_digest, allowed from small_amount_use
                where channel = :channel and request_id = :request
                """)
                .param("channel", channel)
                .param("request", request.requestId())
                .query((row, n) -> {
                    if (!vault.macMatches(DIGEST, content(request), row.getBytes("request_digest"))) {
                        throw new RequestIdReusedException();
                    }
                    return row.getBoolean("allowed");
                })
                .optional();
    }

    int removeOlderThan(Instant moment, int rows) {
        return jdbc.sql("delete from small_amount_use where asked_at < :moment limit :rows")
                .param("moment", UtcTime.toColumn(moment))
                .param("rows", rows)
                .update();
    }

    private static byte[] content(AllowanceRequest request) {
        return (request.card().digits() + "\n" + request.amount().amount()).getBytes(StandardCharsets.UTF_8);
    }
}
