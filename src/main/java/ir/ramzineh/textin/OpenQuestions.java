package ir.ramzineh.textin;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.vault.Purpose;
import ir.ramzineh.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** "Which card?", asked back and not answered yet: one for each phone, found by a keyed hash of the phone. */
@Component
class OpenQuestions {
    private static final Purpose PHONE = new Purpose("textin.phone");
    private static final Duration LIFE = Duration.ofMinutes(5);
    /** How long it is remembered that a question was asked and never answered. */
    private static final Duration KNOWN = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Vault vault;

    OpenQuestions(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Asks; a question before it is forgotten. */
    void ask(MobileNumber phone, String shortNumber, List<CardId> cards, Instant now) {
        jdbc.sql("""
                        insert into textin_question (phone_hash, cards, expires_at) values (:phone, :cards, :expires)
                        on duplicate key update cards = :cards, expires_at = :expires
                        """)
                .param("phone", hash(phone, shortNumber))
                .param(
                        "cards",
                        cards.stream().map(card -> Long.toString(card.value())).collect(Collectors.joining(",")))
                .param("expires", UtcTime.toColumn(now.plus(LIFE)))
                .update();
    }

    /** The cards a phone was asked about, in the order in which they were named. */
    Optional<List<CardId>> open(MobileNumber phone, String shortNumber, Instant now) {
        return jdbc.sql("select cards from textin_question where phone_hash = :phone and expires_at > :now")
                .param("phone", hash(phone, shortNumber))
                .param("now", UtcTime.toColumn(now))
                .query((row, n) -> Arrays.stream(row.getString("cards").split(",", -1))
                        .map(id -> new CardId(Long.parseLong(id)))
                        .toList())
                .optional();
    }

    /** When the latest question was asked, open or not; it is forgotten with its answer. */
    Optional<Instant> askedAt(MobileNumber phone, String shortNumber) {
        return jdbc.sql("select expires_at from textin_question where phone_hash = :phone")
                .param("phone", hash(phone, shortNumber))
                .query((row, n) -> UtcTime.fromColumn(row.getObject("expires_at", LocalDateTime.class))
                        .minus(LIFE))
                .optional();
    }

    /** Ends the question, answered or overtaken; of two answers at once one gets {@code true}. */
    boolean close(MobileNumber phone, String shortNumber) {
        return jdbc.sql("delete from textin_question where phone_hash = :phone")
                        .param("phone", hash(phone, shortNumber))
                        .update()
                == 1;
    }

    int removeExpired(Instant now, int limit) {
        return jdbc.sql("delete from textin_question where expires_at <= :now limit :limit")
                .param("now", UtcTime.toColumn(now.minus(KNOWN)))
                .param("limit", limit)
                .update();
    }

    /** For the trail: two messages of one stranger can be told to be from one phone, and that is all. */
    String pseudonym(MobileNumber phone) {
        return HexFormat.of().formatHex(hash(phone, ""), 0, 8);
    }

    private byte[] hash(MobileNumber phone, String shortNumber) {
        return vault.mac(PHONE, (phone.e164() + " " + shortNumber).getBytes(StandardCharsets.UTF_8));
    }
}
