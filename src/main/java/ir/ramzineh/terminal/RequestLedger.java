package ir.ramzineh.terminal;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.RequestIdReusedException;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.vault.Field;
import ir.ramzineh.vault.Purpose;
import ir.ramzineh.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** One row per wish, written with its answer in the transaction that carried it out. */
@Repository
class RequestLedger {
    static final Field ANSWER = new Field("terminal_request", "answer_sealed");
    private static final Purpose DIGEST = new Purpose("terminal.request");

    private final JsonMapper json = JsonMapper.builder().build();
    private final JdbcClient jdbc;
    private final Vault vault;
    private final IdSource ids;

    RequestLedger(JdbcClient jdbc, Vault vault, IdSource ids) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.ids = ids;
    }

    /**
     * The answer given before under this id.
     *
     * @throws RequestIdReusedException it was the answer to another wish
     */
    Optional<TerminalAnswer> answered(TerminalRequest request) {
        return jdbc.sql("""
                select id, request_digest, answer_sealed from terminal_request
                where channel = :channel and request_id = :request
                """)
                .param("channel", request.channel())
                .param("request", request.requestId())
                .query((row, n) -> {
                    if (!vault.macMatches(DIGEST, content(request), row.getBytes("request_digest"))) {
                        throw new RequestIdReusedException();
                    }
                    return json.readValue(
                            vault.open(ANSWER, row.getLong("id"), row.getBytes("answer_sealed")), TerminalAnswer.class);
                })
                .optional();
    }

    /** @throws RequestIdReusedException another wish with this id, about another card, was faster by a moment */
    void store(TerminalRequest request, CardId card, String action, TerminalAnswer answer, Instant now) {
        long id = ids.next();
        try {
            jdbc.sql("""
                    insert into terminal_request (id, channel, request_id, request_digest, card_id, terminal_id,
                                                  action, result, answer_sealed, asked_at)
                    values (:id, :channel, :request, :digest, :card, :terminal, :action, :result, :answer, :now)
                    """)
                    .param("id", id)
                    .param("channel", request.channel())
                    .param("request", request.requestId())
                    .param("digest", vault.mac(DIGEST, content(request)))
                    .param("card", card.value())
                    .param("terminal", request.terminalId())
                    .param("action", action)
                    .param("result", answer.result().name())
                    .param("answer", vault.seal(ANSWER, id, json.writeValueAsString(answer)))
                    .param("now", UtcTime.toColumn(now))
                    .update();
        } catch (DuplicateKeyException faster) {
            throw new RequestIdReusedException();
        }
    }

    /** To be counted while the card is held: then nobody else adds one. */
    int of(CardId card, Instant since) {
        return jdbc.sql("select count(*) from terminal_request where card_id = :card and asked_at > :since")
                .param("card", card.value())
                .param("since", UtcTime.toColumn(since))
                .query(Integer.class)
                .single();
    }

    int purge(Instant before, int rows) {
        return jdbc.sql("delete from terminal_request where asked_at < :before limit :rows")
                .param("before", UtcTime.toColumn(before))
                .param("rows", rows)
                .update();
    }

    private static byte[] content(TerminalRequest request) {
        return String.join(
                        "\n",
                        request.card().digits(),
                        request.terminalId(),
                        request.entry(),
                        request.language().getLanguage(),
                        Boolean.toString(request.mobileConfirmed()),
                        part(request.mobile()),
                        part(request.pin()),
                        part(request.code()))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** With its length, so that no two wishes run into the same bytes. */
    private static String part(@Nullable String text) {
        return text == null ? "-" : text.length() + ":" + text;
    }
}
