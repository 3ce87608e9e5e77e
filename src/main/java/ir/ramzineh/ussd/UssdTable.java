package ir.ramzineh.ussd;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.UtcTime;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Dialogues. No number, no code: a keyed hash finds the row, and what it showed is made again from it. */
@Repository
class UssdTable {
    /**
     * A dialogue.
     *
     * @param key keyed hash, in hex
     * @param step the last one that was answered
     * @param input keyed hash of what was typed in it, in hex
     * @param screen what it showed
     * @param cards the choices, in order
     * @param chosen the card a code was shown for
     */
    record Row(
            String key,
            int step,
            String input,
            Screen screen,
            List<CardId> cards,
            @Nullable CardId chosen) {}

    /** Kinds of screens. */
    enum Screen {
        MENU,
        CODE,
        NO_CARD,
        WRONG_CHOICE,
        STOPPED,
        NOT_NOW,
        NEW_NUMBER,
        WAIT
    }

    private final JdbcClient jdbc;

    UssdTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Row> find(String key, Instant now) {
        return jdbc.sql("""
                        select step, input_hash, screen, cards, chosen_card from ussd_session
                        where session_key = :key and expires_at > :now
                        """)
                .param("key", bytes(key))
                .param("now", UtcTime.toColumn(now))
                .query((row, n) -> {
                    long chosen = row.getLong("chosen_card");
                    return new Row(
                            key,
                            row.getInt("step"),
                            HexFormat.of().formatHex(row.getBytes("input_hash")),
                            Screen.valueOf(row.getString("screen")),
                            ids(row.getString("cards")),
                            chosen == 0 ? null : new CardId(chosen));
                })
                .optional();
    }

    /** Begins a dialogue; of two gateways with one id one does. */
    boolean begin(Row row, Instant expires) {
        try {
            return jdbc.sql("""
                            insert into ussd_session (session_key, step, input_hash, screen, cards, expires_at)
                            values (:key, :step, :input, :screen, :cards, :expires)
                            """)
                            .param("key", bytes(row.key()))
                            .param("step", row.step())
                            .param("input", bytes(row.input()))
                            .param("screen", row.screen().name())
                            .param("cards", text(row.cards()))
                            .param("expires", UtcTime.toColumn(expires))
                            .update()
                    == 1;
        } catch (DuplicateKeyException begun) {
            return false;
        }
    }

    /** Goes on by one step; of two who try one does. */
    boolean advance(Row to, Instant expires) {
        CardId chosen = to.chosen();
        return jdbc.sql("""
                        update ussd_session
                        set step = :step, input_hash = :input, screen = :screen, chosen_card = :chosen,
                            expires_at = :expires
                        where session_key = :key and step = :before
                        """)
                        .param("step", to.step())
                        .param("before", to.step() - 1)
                        .param("input", bytes(to.input()))
                        .param("screen", to.screen().name())
                        .param("chosen", chosen == null ? null : chosen.value(), Types.BIGINT)
                        .param("expires", UtcTime.toColumn(expires))
                        .param("key", bytes(to.key()))
                        .update()
                == 1;
    }

    int removeExpired(Instant now, int limit) {
        return jdbc.sql("delete from ussd_session where expires_at <= :now limit :limit")
                .param("now", UtcTime.toColumn(now))
                .param("limit", limit)
                .update();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String text(List<CardId> cards) {
        return cards.stream().map(card -> Long.toString(card.value())).collect(Collectors.joining(","));
    }

    private static List<CardId> ids(String column) {
        return Arrays.stream(column.split(",", -1))
                .filter(id -> !id.isEmpty())
                .map(id -> new CardId(Long.parseLong(id)))
                .toList();
    }
}
